package io.bitbuilder.bbc.check.raw;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.RawTarget;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks directives written by {@code raw}: the fleet's systemd release has and uses each, its writer may set it, no
 * field sets it, and its value conforms to the grammars of {@code bbc verify}.
 */
public final class RawDirectives implements Check {
    private static final int MOST_SHOWN = 14;

    /** Folder of devices: a field of the same directive mounts folders only. */
    private static final String DEVICES = "/dev/";

    @Override
    public void run(CheckScope scope) {
        List<Block> blocks = scope.fleet().tenants().stream()
                .flatMap(RawDirectives::blocks)
                .filter(b -> !b.raw.isEmpty())
                .toList();
        if (!blocks.isEmpty()) {
            int systemd = Math.clamp(scope.platform().systemd(), Catalogue.OLDEST, Catalogue.NEWEST);
            ValueGrammars grammars = ValueGrammars.load();
            Run run = new Run(scope, new LineChecker(Catalogue.load(), grammars, systemd), grammars, RawRules.load());
            blocks.forEach(run::block);
        }
    }

    /** Block with its raw directives. */
    private record Block(String kind, String title, List<Raw> raw, Origins at) {
        /** Returns the rule of a directive that is a field of the block. */
        Optional<RawRules.Rule> field(RawTarget target, String key) {
            return at.settings().stream()
                    .flatMap(s -> RawRules.ofField(kind, s).stream())
                    .filter(r -> r.target().equals(target) && r.key().equals(key))
                    .findFirst();
        }
    }

    private static Stream<Block> blocks(Tenant tenant) {
        return Stream.of(
                        Stream.of(new Block("tenant", "tenant " + tenant.name(), tenant.raw(), tenant.at())),
                        tenant.networks().stream()
                                .map(n -> new Block("network", CheckScope.title(tenant, n), n.raw(), n.at())),
                        tenant.workloads()
                                .map(w -> new Block(
                                        w instanceof Container ? "container" : "machine",
                                        CheckScope.title(tenant, w),
                                        w.raw(),
                                        w.at())))
                .flatMap(b -> b);
    }

    /** Run with its tables. */
    private record Run(CheckScope scope, LineChecker checker, ValueGrammars grammars, RawRules rules) {
        void block(Block block) {
            for (Raw raw : block.raw) {
                List<RawTarget> targets = rules.targets(block.kind);
                if (targets.contains(raw.target())) {
                    raw.directives().forEach((key, values) -> directive(block, raw, key, values));
                } else {
                    List<String> words =
                            targets.stream().map(RawTarget::toString).toList();
                    String known = String.join(", ", words);
                    scope.report(Finding.of(
                                    Code.UNKNOWN_RAW_TARGET,
                                    raw.at().block().span(),
                                    "unknown target `" + raw.target() + "` for `raw` of a " + block.kind)
                            .why("a " + block.kind + " has the files and sections " + known)
                            .fix(Suggestions.closest(raw.target().toString(), words)
                                    .map(t -> "write `raw \"" + t + "\"`")
                                    .orElse("choose one of " + known)));
                }
            }
        }

        private void directive(Block block, Raw raw, String key, Raw.Lines values) {
            FileKind kind = FileKinds.byName(raw.target().file()).orElseThrow();
            Optional<Directive> directive = checker.find(kind, raw.target().section(), key);
            if (directive.isEmpty()) {
                unknown(kind, raw, key);
            } else if (isOpen(block, raw, key, values) && isUsed(directive.get(), nameOf(raw, key))) {
                values(block, raw, directive.get(), values);
            }
        }

        /** Returns the place of a directive's name. */
        private static Span nameOf(Raw raw, String key) {
            return raw.at().key("directives", key);
        }

        private void unknown(FileKind kind, Raw raw, String key) {
            Set<String> known = new TreeSet<>();
            kind.types()
                    .forEach(t -> known.addAll(checker.catalogue()
                            .directives(t, raw.target().section())
                            .keySet()));
            scope.report(Finding.of(
                            Code.UNKNOWN_RAW_DIRECTIVE,
                            nameOf(raw, key),
                            "unknown directive `" + key + "=` in ["
                                    + raw.target().section() + "] of a ."
                                    + raw.target().file() + " file")
                    .why("systemd would ignore the line with only a log message")
                    .fix(Suggestions.closest(key, known)
                            .map(k -> "write `" + k + "`")
                            .orElse("remove it")));
        }

        private boolean isOpen(Block block, Raw raw, String key, Raw.Lines values) {
            boolean tenant = isTenant(values);
            Optional<RawRules.Rule> rule =
                    block.field(raw.target(), key).or(() -> rules.find(block.kind, raw.target(), key));
            if (rule.isPresent() && rule.get().permission() == RawRules.Permission.FIELD) {
                hasField(nameOf(raw, key), key, rule.get().why(), values);
                return false;
            }
            if (rule.isPresent() && (rule.get().permission() == RawRules.Permission.TENANT || !tenant)) {
                return true;
            }
            List<String> keys = rules.open(block.kind, raw.target(), tenant);
            String open = shortened(keys.stream()
                    .filter(k -> block.field(raw.target(), k).isEmpty())
                    .toList());
            boolean platforms = rule.isPresent();
            scope.report(Finding.of(
                            Code.RAW_DIRECTIVE_NOT_ALLOWED,
                            nameOf(raw, key),
                            (platforms ? "only the platform can set `" : "`raw` cannot set `") + key + "` in ["
                                    + raw.target().section() + "]")
                    .why(
                            platforms
                                    ? rule.get().why()
                                    : "bbc alone sets directives that isolate tenants, run programs or name "
                                            + "files of the host")
                    .fix(
                            open.isEmpty()
                                    ? "remove it"
                                    : platforms
                                            ? "ask the platform for a profile with it, or choose one of " + open
                                            : "choose one of " + open));
            return false;
        }

        private void hasField(Span name, String key, String field, Raw.Lines values) {
            Finding finding = Finding.of(
                    Code.RAW_DIRECTIVE_HAS_FIELD,
                    name,
                    "`raw` cannot set `" + key + "`: the field `" + field + "` sets it");
            scope.report(
                    values.values().stream().anyMatch(v -> v.startsWith(DEVICES))
                            ? finding.why("a device of the host is shared with the host and with other tenants, "
                                            + "so no guest gets one")
                                    .fix("remove it")
                            : finding.why("of two lines systemd uses the last one, so it would override the field")
                                    .fix("write `" + field + "`"));
        }

        private static String shortened(List<String> keys) {
            String shown = String.join(", ", keys.subList(0, Math.min(keys.size(), MOST_SHOWN)));
            return keys.size() <= MOST_SHOWN ? shown : shown + " and " + (keys.size() - MOST_SHOWN) + " more";
        }

        private boolean isUsed(Directive directive, Span name) {
            String key = "`" + directive.key() + "`";
            int target = checker.target();
            String problem = directive.lifespan().since() > target
                    ? "unsupported directive " + key + ": it requires systemd "
                            + directive.lifespan().since()
                    : !directive.lifespan().usedBy(target)
                            ? "directive " + key + " has no effect in systemd " + target
                            : directive.lifespan().deprecatedIn(target)
                                    ? "deprecated directive " + key + " in systemd " + target
                                    : directive.oldName() ? "deprecated name " + key : "";
            if (!problem.isEmpty()) {
                scope.report(Finding.of(Code.UNSUPPORTED_RAW_DIRECTIVE, name, problem)
                        .also(scope.platform().at().span("systemd"), "the fleet runs systemd " + target)
                        .fix(
                                directive.replacement().isEmpty()
                                        ? "remove it"
                                        : "write `" + directive.replacement() + "`"));
            }
            return problem.isEmpty();
        }

        private void values(Block block, Raw raw, Directive directive, Raw.Lines values) {
            RawRules.Rule rule =
                    rules.find(block.kind, raw.target(), directive.key()).orElseThrow();
            RawValues judge = new RawValues(
                    checker,
                    grammars,
                    directive,
                    rule,
                    isTenant(values),
                    FileKinds.byName(raw.target().file()).orElseThrow());
            List<Raw.Line> lines = values.lines();
            if (lines.size() > 1 && !directive.appends()) {
                scope.report(Finding.of(
                                Code.INVALID_RAW_VALUE,
                                lines.get(1).at(),
                                "duplicate value of `" + directive.key() + "`")
                        .why("of several lines systemd silently uses the last one")
                        .fix("keep one value"));
            }
            lines.forEach(line -> judge.problem(line.value(), line.at()).ifPresent(scope::report));
        }

        private static boolean isTenant(Raw.Lines values) {
            return values.at().file().owner() instanceof Owner.Tenant;
        }
    }
}
