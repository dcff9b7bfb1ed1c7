package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.catalogue.Directive;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Suggest;
import io.bitbuilder.bbc.directive.Grammars;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.verify.Kind;
import io.bitbuilder.bbc.verify.Kinds;
import io.bitbuilder.bbc.verify.Lines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Directives written by {@code raw}: each is one that systemd has and uses in the fleet's release, is open to who writes it, is
 * written by no field, and has a value that the same grammars take by which {@code bbc verify} judges.
 */
final class RawDirectives implements Check {
    private static final int MOST_SHOWN = 14;

    @Override
    public void run(Scope scope) {
        List<Block> blocks = scope.fleet().tenants().stream().flatMap(RawDirectives::blocks).filter(b -> !b.raw.isEmpty()).toList();
        if (!blocks.isEmpty()) {
            int systemd = Math.clamp(scope.platform().systemd(), Catalogue.OLDEST, Catalogue.NEWEST);
            Grammars grammars = Grammars.load();
            Run run = new Run(scope, new Lines(Catalogue.load(), grammars, systemd), grammars, RawRules.load());
            blocks.forEach(run::block);
        }
    }

    /** A block with what is written in it. */
    private record Block(String kind, String title, List<Raw> raw, Origins at) {
        /** The rule of a directive that is a field of the block. */
        Optional<RawRules.Rule> field(String target, String key) {
            return at.settings().stream()
                    .flatMap(s -> RawRules.ofField(kind, s).stream())
                    .filter(r -> r.target().equals(target) && r.key().equals(key))
                    .findFirst();
        }
    }

    private static Stream<Block> blocks(Tenant tenant) {
        return Stream.of(
                        Stream.of(new Block("tenant", "tenant " + tenant.name(), tenant.raw(), tenant.at())),
                        tenant.networks().stream().map(n -> new Block("network", Scope.title(tenant, n), n.raw(), n.at())),
                        tenant.workloads().map(w -> new Block(w instanceof Container ? "container" : "machine",
                                Scope.title(tenant, w), w.raw(), w.at())))
                .flatMap(b -> b);
    }

    /** One run with its tables. */
    private record Run(Scope scope, Lines lines, Grammars grammars, RawRules rules) {
        void block(Block block) {
            for (Raw raw : block.raw) {
                List<String> targets = rules.targets(block.kind);
                if (targets.contains(raw.target())) {
                    raw.directives().forEach((key, values) -> directive(block, raw, key, values));
                } else {
                    String known = String.join(", ", targets);
                    scope.report(Finding.of(Code.RAW001, raw.at().block().span(), "`raw` of a " + block.kind + " writes no `" + raw.target() + "`")
                            .why("a " + block.kind + " has the files and sections " + known)
                            .fix(Suggest.closest(raw.target(), targets).map(t -> "write `raw \"" + t + "\"`").orElse("choose one of " + known)));
                }
            }
        }

        private void directive(Block block, Raw raw, String key, Raw.Lines values) {
            Kind kind = Kinds.byName(raw.file()).orElseThrow();
            Optional<Directive> directive = lines.find(kind, raw.section(), key);
            if (directive.isEmpty()) {
                unknown(kind, raw, key, values);
            } else if (isOpen(block, raw, key, values) && isUsed(directive.get(), values)) {
                values(block, raw, directive.get(), values);
            }
        }

        private void unknown(Kind kind, Raw raw, String key, Raw.Lines values) {
            Set<String> known = new TreeSet<>();
            kind.types().forEach(t -> known.addAll(lines.catalogue().directives(t, raw.section()).keySet()));
            scope.report(Finding.of(Code.RAW002, values.at(), "[" + raw.section() + "] of a ." + raw.file() + " file has no `" + key + "=`")
                    .why("systemd would leave the line out and say so in its log only")
                    .fix(Suggest.closest(key, known).map(k -> "write `" + k + "`").orElse("remove it")));
        }

        private boolean isOpen(Block block, Raw raw, String key, Raw.Lines values) {
            boolean tenant = isTenant(values);
            Optional<RawRules.Rule> rule = block.field(raw.target(), key).or(() -> rules.find(block.kind, raw.target(), key));
            if (rule.isPresent() && rule.get().who() == RawRules.Who.FIELD) {
                scope.report(Finding.of(Code.RAW007, values.at(), "`" + key + "` is what the field `" + rule.get().why() + "` writes")
                        .why("a directive that is written twice means what the last line says, whatever the field says")
                        .fix("write `" + rule.get().why() + "`"));
                return false;
            }
            if (rule.isPresent() && (rule.get().who() == RawRules.Who.TENANT || !tenant)) {
                return true;
            }
            String open = shortened(rules.open(block.kind, raw.target(), tenant));
            boolean platforms = rule.isPresent();
            scope.report(Finding.of(Code.RAW005, values.at(), "`" + key + "` in [" + raw.section() + "] is "
                            + (platforms ? "the platform's to write" : "nothing that `raw` may write"))
                    .why(platforms ? rule.get().why() : "what isolates tenants, runs programs or names files of the host stays with bbc")
                    .fix(open.isEmpty() ? "remove it" : platforms
                            ? "ask the platform for a profile with it, or choose one of " + open
                            : "choose one of " + open));
            return false;
        }

        private static String shortened(List<String> keys) {
            String shown = String.join(", ", keys.subList(0, Math.min(keys.size(), MOST_SHOWN)));
            return keys.size() <= MOST_SHOWN ? shown : shown + " and " + (keys.size() - MOST_SHOWN) + " more";
        }

        private boolean isUsed(Directive directive, Raw.Lines values) {
            String key = "`" + directive.key() + "`";
            int target = lines.target();
            String problem = directive.lifespan().since() > target ? key + " came with systemd " + directive.lifespan().since()
                    : !directive.lifespan().usedBy(target) ? "systemd " + target + " does nothing with " + key
                    : directive.lifespan().deprecatedIn(target) ? "systemd " + target + " advises against " + key
                    : directive.oldName() ? key + " is an old name" : "";
            if (!problem.isEmpty()) {
                scope.report(Finding.of(Code.RAW003, values.at(), problem)
                        .also(scope.platform().at().span("systemd"), "the fleet runs systemd " + target)
                        .fix(directive.replacement().isEmpty() ? "remove it" : "write `" + directive.replacement() + "`"));
            }
            return problem.isEmpty();
        }

        private void values(Block block, Raw raw, Directive directive, Raw.Lines values) {
            RawRules.Rule rule = rules.find(block.kind, raw.target(), directive.key()).orElseThrow();
            RawValues judge = new RawValues(lines, grammars, directive, rule, isTenant(values), "x." + raw.file());
            if (values.values().size() > 1 && !directive.appends()) {
                scope.report(Finding.of(Code.RAW004, values.at(), "`" + directive.key() + "` holds one value")
                        .why("of several lines systemd uses the last one and drops the others without a word")
                        .fix("write the one that is meant"));
            }
            values.values().forEach(v -> judge.problem(v, values.at()).ifPresent(scope::report));
        }

        private static boolean isTenant(Raw.Lines values) {
            return values.at().file().owner() instanceof Owner.Tenant;
        }
    }
}
