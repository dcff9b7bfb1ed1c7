package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldWrite;
import io.bitbuilder.bbc.resolve.InactiveWrite;
import io.bitbuilder.bbc.resolve.WriteStep;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of fields, each computed on first use. */
final class FieldAccounts {
    private final BlockIndex blocks;
    private final Grants grants;
    private final Locks locks;
    private final Map<Subject, FieldAccount> known = new HashMap<>();

    FieldAccounts(BlockIndex blocks, Compilation compilation) {
        this.blocks = blocks;
        this.grants = compilation.grants();
        this.locks = compilation.locks();
    }

    FieldAccount of(Subject subject) {
        return known.computeIfAbsent(subject, this::make);
    }

    private FieldAccount make(Subject subject) {
        Block block = blocks.of(subject);
        List<FieldWriter> writers = new ArrayList<>();
        Optional<FieldWriter> grant = granted(subject);
        grant.ifPresent(writers::add);
        List<FieldWrite> writes = block.writes(subject.field());
        writes.forEach(w -> writers.add(writer(w, grant.isPresent())));
        fallback(block, subject.field(), writes, grant.isPresent()).ifPresent(writers::add);
        inactive(block, subject, grant.isPresent()).forEach(writers::add);
        writers.sort(Comparator.comparing(FieldWriter::role));
        return new FieldAccount(
                subject,
                BlockIndex.name(block) + "." + subject.field(),
                value(block, subject.field()),
                writers,
                WriterPrecedence.why(writers));
    }

    private static Optional<String> value(Block block, String field) {
        Value value = block.value(field).orElseGet(() -> block.stated(field));
        return value instanceof Value.Error ? Optional.empty() : Optional.of(ValueFormatter.quoted(value));
    }

    /** Returns the allocated value; empty when the field is not allocated or its value is written. */
    private Optional<FieldWriter> granted(Subject subject) {
        return ClaimPath.parse(subject.block() + "/" + subject.field())
                .filter(claim ->
                        grants.auto().contains(claim) && !grants.failed().contains(claim))
                .flatMap(claim -> grants.of(claim).map(grant -> granted(claim, grant)));
    }

    private FieldWriter granted(ClaimPath claim, Grant grant) {
        return locks.of(claim)
                .filter(line -> !line.gone() && line.grant().equals(grant))
                .map(line -> new FieldWriter(
                        FieldWriter.Role.WINS,
                        new Cause.Lock(line.span()),
                        line.span().text()))
                .orElseGet(() -> new FieldWriter(
                        FieldWriter.Role.WINS, new Cause.Allocation(ResourceKind.of(claim)), claim + " " + grant));
    }

    private FieldWriter writer(FieldWrite write, boolean granted) {
        FieldWriter.Role role = switch (write.outcome()) {
            case WINS -> granted ? FieldWriter.Role.REQUESTS : FieldWriter.Role.WINS;
            case CONTRIBUTES -> granted ? FieldWriter.Role.REQUESTS : FieldWriter.Role.CONTRIBUTES;
            case OVERRIDDEN -> FieldWriter.Role.OVERRIDDEN;
            case CONFLICTS -> FieldWriter.Role.CONFLICTS;
        };
        return new FieldWriter(
                role,
                cause(write.span(), write.chain()),
                text(write.isFinal(), write.key(), write.adds(), write.span()),
                write.reads().stream()
                        .map(r -> new FieldWriter.ReadField(
                                BlockIndex.name(r.block()) + "." + r.field(), value(r.block(), r.field())))
                        .toList(),
                Optional.empty());
    }

    private static String text(boolean isFinal, Optional<String> entry, boolean adds, Span span) {
        String key = entry.map(k -> "." + k + " ").orElse("");
        return (isFinal ? "final " : "") + key + (adds ? "+= " : "= ") + oneLine(span);
    }

    /**
     * Returns the statements that conditions exclude, and the line of a lock file that a written field has no use for.
     */
    private Stream<FieldWriter> inactive(Block block, Subject subject, boolean granted) {
        Stream<FieldWriter> statements = block.inactive(subject.field()).stream()
                .map(w -> new FieldWriter(
                        FieldWriter.Role.INACTIVE,
                        cause(w.span(), w.chain()),
                        text(w.isFinal(), w.key(), w.adds(), w.span()),
                        List.of(),
                        Optional.of(exclusion(w.reason()))));
        Stream<FieldWriter> lock = granted ? Stream.empty() : unusedLock(subject).stream();
        return Stream.concat(statements, lock);
    }

    private Optional<FieldWriter> unusedLock(Subject subject) {
        return ClaimPath.parse(subject.block() + "/" + subject.field())
                .flatMap(locks::of)
                .filter(line -> !line.gone())
                .map(line -> new FieldWriter(
                        FieldWriter.Role.INACTIVE,
                        new Cause.Lock(line.span()),
                        line.span().text(),
                        List.of(),
                        Optional.of(new FieldWriter.Exclusion(
                                "the field is written, so bbc allocates nothing", Optional.empty()))));
    }

    private static FieldWriter.Exclusion exclusion(InactiveWrite.Reason reason) {
        return switch (reason) {
            case InactiveWrite.Reason.Condition(Span at, boolean value) ->
                new FieldWriter.Exclusion("the condition `" + oneLine(at) + "` is " + value, Optional.of(at));
            case InactiveWrite.Reason.NoRound(Span at) ->
                new FieldWriter.Exclusion(
                        "the loop over `" + oneLine(at) + "` has no element that its condition admits",
                        Optional.of(at));
        };
    }

    private static Cause cause(Span span, List<WriteStep> chain) {
        if (chain.isEmpty()) {
            return statement(span);
        }
        return switch (chain.getLast()) {
            case WriteStep.Profile p -> new Cause.Profile(span, chain);
            case WriteStep.Defaults d -> new Cause.Defaults(span, d.kind());
        };
    }

    private static Cause statement(Span span) {
        return switch (span.file().owner()) {
            case Owner.Std s -> new Cause.Builtin(span);
            case Owner.Platform p -> new Cause.PlatformStatement(span);
            case Owner.Tenant t ->
                span.file().path().endsWith(".json") ? new Cause.Metadata(span) : new Cause.Literal(span);
        };
    }

    /** Returns the default of a field without writers. */
    private static Optional<FieldWriter> fallback(Block block, String name, List<FieldWrite> writes, boolean granted) {
        Field field = block.declared(name).orElseThrow();
        boolean set = writes.stream().anyMatch(w -> !w.adds() && w.key().isEmpty());
        FieldWriter.Role role = set
                ? FieldWriter.Role.OVERRIDDEN
                : granted
                        ? FieldWriter.Role.REQUESTS
                        : writes.isEmpty() ? FieldWriter.Role.WINS : FieldWriter.Role.CONTRIBUTES;
        if (writes.isEmpty() && block.written(name).isPresent()) {
            return Optional.of(new FieldWriter(
                    role, new Cause.Name(block.span()), block.span().text()));
        }
        if (field.value().isPresent()) {
            Span at = field.value().get().span();
            return Optional.of(new FieldWriter(role, new Cause.KindDefault(at, block.kind()), "= " + oneLine(at)));
        }
        return writes.isEmpty()
                ? Optional.of(
                        new FieldWriter(FieldWriter.Role.DECLARES, new Cause.Unset(field.span(), block.kind()), ""))
                : Optional.empty();
    }

    private static String oneLine(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }
}
