package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Definitions of partitions that require another one in the same folder (repart.d(5), Verity= and SupplementFor=). */
final class RepartTreeRules {
    private static final String SECTION = "Partition";
    private static final List<String> MODES = List.of("data", "hash", "signature");
    private static final String OFF = "off";

    /**
     * A definition.
     *
     * @param partition settings of [Partition]
     */
    private record Definition(ConfigObject object, EffectiveSettings partition) {}

    private final List<Definition> definitions;
    private final FindingSink sink;

    private RepartTreeRules(List<Definition> definitions, FindingSink sink) {
        this.definitions = definitions;
        this.sink = sink;
    }

    /** Reports missing definitions, if the whole folder is given. */
    static void judge(HostFiles host, FindingSink sink) {
        if (host.whole()) {
            Map<String, List<Definition>> folders = new TreeMap<>();
            host.of(FileKind.REPART_D)
                    .filter(o -> o.main().isPresent())
                    .forEach(o -> folders.computeIfAbsent(o.path().folder(), folder -> new ArrayList<>())
                            .add(new Definition(
                                    o, EffectiveSettings.of(o, host.checker()).in(SECTION))));
            folders.values().forEach(definitions -> new RepartTreeRules(definitions, sink).judge());
        }
    }

    private void judge() {
        for (Definition one : definitions) {
            siblings(one)
                    .or(() -> supplement(one))
                    .ifPresent(reason -> sink.add(
                            Code.UNIT_REFUSED,
                            one.object().start(),
                            reason + "; systemd-repart refuses all definitions"));
        }
    }

    /** Checks that data has one hash with the same key, a hash its data, a signature both. */
    private Optional<String> siblings(Definition one) {
        String verity = verity(one);
        Optional<String> key = one.partition().value("VerityMatchKey");
        if (verity.equals(OFF) || key.isEmpty()) {
            return Optional.empty();
        }
        for (String mode : MODES) {
            List<Definition> found = definitions.stream()
                    .filter(o -> o != one
                            && verity(o).equals(mode)
                            && o.partition().value("VerityMatchKey").equals(key))
                    .toList();
            String partition = "a partition with Verity=" + mode + " and VerityMatchKey=" + key.get();
            if (!mode.equals(verity) && found.isEmpty() && !mode.equals("signature")) {
                return Optional.of("missing " + partition);
            }
            if (!mode.equals(verity) && found.size() > 1) {
                return Optional.of("duplicate " + partition.replaceFirst("^a ", ""));
            }
            if (!mode.equals(verity) && !found.isEmpty() && priority(found.getFirst()) != priority(one)) {
                return Optional.of(partition + " has a different Priority=");
            }
        }
        return Optional.empty();
    }

    private Optional<String> supplement(Definition one) {
        Optional<String> name = one.partition().value("SupplementFor");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Definition> target = definitions.stream()
                .filter(o -> o != one && o.object().name().equals(name.get() + ".conf"))
                .findFirst();
        if (target.isEmpty()) {
            return Optional.of("SupplementFor= names an unknown definition");
        }
        Definition other = target.get();
        if (other.partition().has("SupplementFor")) {
            return Optional.of("SupplementFor= names a definition that is a supplement itself");
        }
        boolean fixed = other.partition().has("CopyBlocks")
                || !verity(other).equals(OFF)
                || !other.partition().mode("Encrypt", "key-file").equals(OFF);
        return fixed
                ? Optional.of("SupplementFor= names a definition with CopyBlocks=, Encrypt= or Verity=")
                : Optional.empty();
    }

    private static String verity(Definition one) {
        return one.partition().value("Verity").orElse(OFF);
    }

    private static long priority(Definition one) {
        return one.partition()
                .value("Priority")
                .flatMap(text -> Numbers.int32(text).toOptional())
                .orElse(0L);
    }
}
