package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.literal.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Definitions of partitions that need another one in the same folder (repart.d(5), Verity= and SupplementFor=). */
final class RepartTreeRules {
    private static final String SECTION = "Partition";
    private static final List<String> MODES = List.of("data", "hash", "signature");
    private static final String OFF = "off";

    private final List<Accepted> definitions;
    private final Sink sink;

    private RepartTreeRules(List<Accepted> definitions, Sink sink) {
        this.definitions = definitions;
        this.sink = sink;
    }

    /** Tells what is missing only where the whole folder was given. */
    static void judge(Host host, Sink sink) {
        if (host.whole()) {
            Map<String, List<Accepted>> folders = new TreeMap<>();
            host.of("repart.d").filter(o -> o.main().isPresent())
                    .forEach(o -> folders.computeIfAbsent(o.path().folder(), folder -> new ArrayList<>()).add(new Accepted(o, host.lines())));
            folders.values().forEach(definitions -> new RepartTreeRules(definitions, sink).judge());
        }
    }

    private void judge() {
        for (Accepted one : definitions) {
            siblings(one).or(() -> supplement(one)).ifPresent(reason -> one.refuse(sink, reason + "; systemd-repart refuses all definitions"));
        }
    }

    /** Data needs one hash with the same key, a hash its data, a signature both. */
    private Optional<String> siblings(Accepted one) {
        String verity = verity(one);
        Optional<String> key = one.last(SECTION, "VerityMatchKey");
        if (verity.equals(OFF) || key.isEmpty()) {
            return Optional.empty();
        }
        for (String mode : MODES) {
            List<Accepted> found = definitions.stream().filter(o -> o != one && verity(o).equals(mode) && o.last(SECTION, "VerityMatchKey").equals(key)).toList();
            String what = "a partition with Verity=" + mode + " and VerityMatchKey=" + key.get();
            if (!mode.equals(verity) && found.isEmpty() && !mode.equals("signature")) {
                return Optional.of(what + " is missing");
            }
            if (!mode.equals(verity) && found.size() > 1) {
                return Optional.of(what + " is there more than once");
            }
            if (!mode.equals(verity) && !found.isEmpty() && priority(found.getFirst()) != priority(one)) {
                return Optional.of(what + " has another Priority=");
            }
        }
        return Optional.empty();
    }

    private Optional<String> supplement(Accepted one) {
        Optional<String> name = one.last(SECTION, "SupplementFor");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Accepted> target = definitions.stream().filter(o -> o != one && o.object().name().equals(name.get() + ".conf")).findFirst();
        if (target.isEmpty()) {
            return Optional.of("SupplementFor= names no definition in this folder");
        }
        Accepted other = target.get();
        if (other.has(SECTION, "SupplementFor")) {
            return Optional.of("SupplementFor= names a definition that is a supplement itself");
        }
        boolean fixed = other.has(SECTION, "CopyBlocks") || !verity(other).equals(OFF) || !other.mode(SECTION, "Encrypt", "key-file").equals(OFF);
        return fixed ? Optional.of("SupplementFor= names a definition with CopyBlocks=, Encrypt= or Verity=") : Optional.empty();
    }

    private static String verity(Accepted one) {
        return one.last(SECTION, "Verity", OFF);
    }

    private static long priority(Accepted one) {
        return one.last(SECTION, "Priority").flatMap(text -> Numbers.int32(text).toOptional()).orElse(0L);
    }
}
