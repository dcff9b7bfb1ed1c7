package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the allocator gave to each request that is written in a file: {@code auto}, {@code dhcp}. */
final class AllocatedValues {
    private static final Pattern AUTO = Pattern.compile("\\bauto\\b");

    private final Compilation compilation;
    private final Schema schema;
    private final Map<Span, Set<String>> values = new HashMap<>();

    private AllocatedValues(Compilation compilation) {
        this.compilation = compilation;
        this.schema = compilation.program().schema();
    }

    /** Returns the values by path; a request that stands for several blocks, as in a profile, has none. */
    static Map<String, List<AllocatedValue>> of(Compilation compilation) {
        AllocatedValues all = new AllocatedValues(compilation);
        compilation.program().tenants().forEach(all::read);
        Map<String, List<AllocatedValue>> byPath = new TreeMap<>();
        all.values.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .map(entry -> new AllocatedValue(
                        entry.getKey(), entry.getValue().iterator().next()))
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .forEach(value -> byPath.merge(value.at().file().path(), List.of(value), AllocatedValues::joined));
        return byPath;
    }

    private static List<AllocatedValue> joined(List<AllocatedValue> one, List<AllocatedValue> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    private void read(Block block) {
        Kind kind = schema.kind(block.kind()).orElseThrow();
        for (Map.Entry<String, Field> field : kind.fields().entrySet()) {
            if (field.getValue().late()) {
                read(block, field.getKey());
            }
        }
        schema.children(kind.name()).forEach(child -> block.blocks(child.name()).forEach(this::read));
        for (Member member : kind.members().members().values()) {
            if (member instanceof KeyedBlocks keyed) {
                block.blocks(keyed.name()).forEach(this::read);
            }
        }
    }

    private void read(Block block, String field) {
        Optional<ClaimPath> claim = ClaimField.of(field).map(block::claim);
        boolean granted = claim.filter(c -> compilation.grants().of(c).isPresent()
                        && !compilation.grants().failed().contains(c))
                .isPresent();
        if (!granted) {
            return;
        }
        Value stated = block.stated(field);
        block.value(field)
                .filter(value -> !value.equals(stated))
                .ifPresent(value -> block.written(field)
                        .flatMap(AllocatedValues::request)
                        .ifPresent(at ->
                                values.computeIfAbsent(at, a -> new HashSet<>()).add(ValueFormatter.text(value))));
    }

    /** Returns the request at a place; in the key of a block it is one of several words. */
    private static Optional<Span> request(Span written) {
        if (written.text().indexOf(' ') < 0) {
            return Optional.of(written);
        }
        Matcher word = AUTO.matcher(written.text());
        return word.find()
                ? Optional.of(new Span(written.file(), written.start() + word.start(), written.start() + word.end()))
                : Optional.empty();
    }
}
