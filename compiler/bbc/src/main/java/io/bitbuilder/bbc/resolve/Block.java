package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Block of the program with all its writers merged. Fields of nested blocks are named with dots, {@code memory.limit}.
 * Values are lazy and memoised; an invalid one is reported once and reads as absent.
 */
public interface Block {
    /** Returns its kind: {@code container}, {@code Attachment}. */
    String kind();

    /** Returns its name; a key of several fields is joined by slashes, {@code tcp/auto/8443}. */
    String name();

    /** Returns its name in messages: {@code container acme.web}, {@code attach front of container acme.web}. */
    String title();

    /** Returns the name in messages of a nested block; the prefix ends with a dot, or is empty for the block itself. */
    default String title(String prefix) {
        return prefix.isEmpty() ? title() : "`" + prefix.substring(0, prefix.length() - 1) + "` of " + title();
    }

    /** Returns the key's values. */
    List<Value> key();

    /**
     * Returns its stable path: {@code acme/front}, {@code acme/web/attach/front},
     * {@code acme/web/publish/tcp/auto/8443}.
     */
    String path();

    /** Returns the enclosing block. */
    Optional<Block> parent();

    /** Returns the place where it was opened first. */
    Span span();

    /** Returns the blocks in it of a kind ({@code container}) or a keyed member ({@code attach}), sorted by key. */
    List<Block> blocks(String member);

    /** Returns one of these blocks. */
    Optional<Block> block(String member, String name);

    /** Returns whether the nested {@code block?} of that name is written. */
    boolean has(String nested);

    /**
     * Returns the value of a plan field, before the allocation; empty if {@code none}, missing or invalid (reported).
     */
    Optional<Value> plan(String field);

    /**
     * Returns the same as a Java scalar, {@code plan("memory.limit", Size.class)}; references and enum members as their
     * name.
     */
    <T> Optional<T> plan(String field, Class<T> type);

    /** Returns the path of the claim that a late field of this block makes. */
    ClaimPath claim(ClaimField field);

    /** Returns the request of a late field. */
    AllocationRequest late(String field);

    /**
     * Returns the written value of a late field: {@code auto}, a keyword such as {@code dhcp}, or a value; an error if
     * it is invalid.
     */
    Value stated(String field);

    /**
     * Returns the value of any field, with the grants of {@link Program#grant}; empty if {@code none}, missing or
     * invalid (reported).
     */
    Optional<Value> value(String field);

    /** Returns the place of the winning write; empty if the field is not written. */
    Optional<Span> written(String field);

    /** Returns the places of the entries of a map by name, or of the elements of a list or a set by their text. */
    Map<String, EntryPlace> entries(String field);

    /**
     * Returns all writes of the field, merged anew: the winner first, then by outcome and place; for explanations only.
     */
    List<FieldWrite> writes(String field);

    /** Returns the statements that conditions and loops keep from writing the field; for explanations only. */
    List<InactiveWrite> inactive(String field);

    /** Returns the declaration of the field, with its type and default. */
    Optional<Field> declared(String field);

    /** Returns the place where the field was written, else where the block was opened. */
    default Span span(String field) {
        return written(field).orElseGet(this::span);
    }

    /** Returns the place of an element of a list or a set by its text, else that of the field. */
    default Span span(String field, String element) {
        EntryPlace place = entries(field).get(element);
        return place == null ? span(field) : place.value();
    }
}
