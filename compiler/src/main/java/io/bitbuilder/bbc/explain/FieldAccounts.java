package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.allocate.Grant;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.allocate.Resource;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.Values;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldWrite;
import io.bitbuilder.bbc.resolve.Via;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of fields, each made when first asked for. */
final class FieldAccounts {
    private final Blocks blocks;
    private final Grants grants;
    private final Locks locks;
    private final Map<Subject, FieldAccount> known = new HashMap<>();

    FieldAccounts(Blocks blocks, Compilation compilation) {
        this.blocks = blocks;
        this.grants = compilation.grants();
        this.locks = compilation.locks();
    }

    FieldAccount of(Subject subject) {
        return known.computeIfAbsent(subject, this::make);
    }

    private FieldAccount make(Subject subject) {
        Block block = blocks.of(subject);
        List<Writer> writers = new ArrayList<>();
        Optional<Writer> grant = granted(subject);
        grant.ifPresent(writers::add);
        List<FieldWrite> writes = block.writes(subject.field());
        writes.forEach(w -> writers.add(writer(w, grant.isPresent())));
        fallback(block, subject.field(), writes, grant.isPresent()).ifPresent(writers::add);
        writers.sort(Comparator.comparing(Writer::role));
        return new FieldAccount(subject, Blocks.name(block) + "." + subject.field(), value(block, subject.field()), writers, Precedence.why(writers));
    }

    private static Optional<String> value(Block block, String field) {
        Value value = block.value(field).orElseGet(() -> block.stated(field));
        return value instanceof Value.Error ? Optional.empty() : Optional.of(Values.quoted(value));
    }

    /** What the allocation chose; nothing when the field is not allocated or its value is written. */
    private Optional<Writer> granted(Subject subject) {
        return ClaimPath.parse(subject.block() + "/" + subject.field())
                .filter(claim -> grants.auto().contains(claim) && !grants.failed().contains(claim))
                .flatMap(claim -> grants.of(claim).map(grant -> granted(claim, grant)));
    }

    private Writer granted(ClaimPath claim, Grant grant) {
        return locks.of(claim)
                .filter(line -> !line.gone() && line.grant().equals(grant))
                .map(line -> new Writer(Writer.Role.WINS, new Cause.Lock(line.span()), line.span().text()))
                .orElseGet(() -> new Writer(Writer.Role.WINS, new Cause.Allocation(Resource.of(claim)), claim + " " + grant));
    }

    private static Writer writer(FieldWrite write, boolean granted) {
        Writer.Role role = switch (write.outcome()) {
            case WINS -> granted ? Writer.Role.REQUESTS : Writer.Role.WINS;
            case CONTRIBUTES -> granted ? Writer.Role.REQUESTS : Writer.Role.CONTRIBUTES;
            case OVERRIDDEN -> Writer.Role.OVERRIDDEN;
            case CONFLICTS -> Writer.Role.CONFLICTS;
        };
        String key = write.key().map(k -> "." + k).orElse("");
        String text = (write.isFinal() ? "final " : "") + key + (key.isEmpty() ? "" : " ") + (write.adds() ? "+= " : "= ") + oneLine(write.span());
        return new Writer(role, cause(write), text);
    }

    private static Cause cause(FieldWrite write) {
        if (write.chain().isEmpty()) {
            return statement(write.span());
        }
        return switch (write.chain().getLast()) {
            case Via.Profile p -> new Cause.Profile(write.span(), write.chain());
            case Via.Defaults d -> new Cause.Defaults(write.span(), d.kind());
        };
    }

    private static Cause statement(Span span) {
        return switch (span.file().owner()) {
            case Owner.Std s -> new Cause.Builtin(span);
            case Owner.Platform p -> new Cause.PlatformStatement(span);
            case Owner.Tenant t -> span.file().path().endsWith(".json") ? new Cause.Metadata(span) : new Cause.Literal(span);
        };
    }

    /** What holds when nobody writes the field. */
    private static Optional<Writer> fallback(Block block, String name, List<FieldWrite> writes, boolean granted) {
        Field field = block.declared(name).orElseThrow();
        boolean set = writes.stream().anyMatch(w -> !w.adds() && w.key().isEmpty());
        Writer.Role role = set ? Writer.Role.OVERRIDDEN
                : granted ? Writer.Role.REQUESTS
                : writes.isEmpty() ? Writer.Role.WINS : Writer.Role.CONTRIBUTES;
        if (writes.isEmpty() && block.written(name).isPresent()) {
            return Optional.of(new Writer(role, new Cause.Name(block.span()), block.span().text()));
        }
        if (field.value().isPresent()) {
            Span at = field.value().get().span();
            return Optional.of(new Writer(role, new Cause.KindDefault(at, block.kind()), "= " + oneLine(at)));
        }
        return writes.isEmpty()
                ? Optional.of(new Writer(Writer.Role.DECLARES, new Cause.Unset(field.span(), block.kind()), ""))
                : Optional.empty();
    }

    private static String oneLine(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }
}
