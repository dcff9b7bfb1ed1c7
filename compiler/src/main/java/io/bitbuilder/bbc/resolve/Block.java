package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A block of the program with all its writers merged. Fields of nested blocks are named with dots, {@code memory.limit}.
 * Asking is lazy and memoised; what is wrong is reported once and reads as absent.
 */
public interface Block {
    /** Its kind: {@code container}, {@code Attachment}. */
    String kind();

    /** Its name; a key of several fields is joined with slashes, {@code tcp/auto/8443}. */
    String name();

    /** The key's values. */
    List<Value> key();

    /** Stable path: {@code acme/front}, {@code acme/web/attach/front}, {@code acme/web/publish/tcp/auto/8443}. */
    String path();

    /** The block that it stands in. */
    Optional<Block> parent();

    /** Where it was opened first. */
    Span span();

    /** The blocks in it of a kind ({@code container}) or a keyed member ({@code attach}), sorted by key. */
    List<Block> blocks(String member);

    /** One of them. */
    Optional<Block> block(String member, String name);

    /** True when somebody wrote the nested {@code block?} of that name. */
    boolean has(String nested);

    /** The value of a plan field, before anything is allocated; empty when {@code none}, missing or wrong (reported). */
    Optional<Value> plan(String field);

    /** The same as a Java scalar, {@code plan("memory.limit", Size.class)}; references and enum words give their name as String. */
    <T> Optional<T> plan(String field, Class<T> type);

    /** Path of the claim that a late field of this block makes. */
    ClaimPath claim(ClaimField field);

    /** What a late field asks for. */
    Claim late(String field);

    /** What the program says of a late field: {@code auto}, a word such as {@code dhcp}, or a value; an error when it is wrong. */
    Value stated(String field);

    /** The value of any field, with the grants of {@link Program#grant}; empty when {@code none}, missing or wrong (reported). */
    Optional<Value> value(String field);

    /** Where the value that won was written; empty when nobody wrote the field. */
    Optional<Span> written(String field);

    /** All writes of the field, merged anew: the winner first, then by outcome and place. Nobody but who explains needs them. */
    List<FieldWrite> writes(String field);

    /** Where the program declares the field, its type and its default. */
    Optional<Field> declared(String field);

    /** Where the field was written, else where the block was opened. */
    default Span span(String field) {
        return written(field).orElseGet(this::span);
    }
}
