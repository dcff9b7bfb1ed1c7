package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.systemd.value.Id128;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Types of partitions by name (repart.d(5), the table of Type=; UAPI.2 Discoverable Partitions Specification). */
public final class PartitionTypes {
    private static final List<String> ARCHITECTURES = List.of(
            "alpha",
            "arc",
            "arm",
            "armv7l",
            "arm64",
            "aarch64",
            "ia64",
            "loongarch64",
            "loong64",
            "mips",
            "mips64",
            "mips-le",
            "mipsel",
            "mips64-le",
            "mips64el",
            "parisc",
            "hppa",
            "ppc",
            "ppc64",
            "ppc64-le",
            "ppc64le",
            "ppc64el",
            "riscv32",
            "riscv64",
            "s390",
            "s390x",
            "tilegx",
            "x86",
            "i386",
            "i486",
            "i586",
            "i686",
            "x86-64",
            "x86_64",
            "amd64");
    private static final List<String> SUFFIXES = List.of("", "-verity", "-verity-sig");
    private static final Set<String> NAMES = names();
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("c12a7328f81f11d2ba4b00a0c93ec93b", "esp"),
            Map.entry("bc13c2ff59e64262a352b275fd6f7172", "xbootldr"),
            Map.entry("0657fd6da4ab43c484e50933c84b4f4f", "swap"),
            Map.entry("933ac7e12eb44f1398440e14e2aef915", "home"),
            Map.entry("3b8f842520e04f3b907f1a25a76f98e8", "srv"),
            Map.entry("4d21b016b53445c2a9fb5c16e091fd2d", "var"),
            Map.entry("7ec6f5573bc54acab29316ef5df639d1", "tmp"),
            Map.entry("773f91ef66d449b5bd83d683bf40ad16", "user-home"),
            Map.entry("0fc63daf848347728e793d69d8477de4", "linux-generic"),
            Map.entry("00000000000000000000000000000000", ""));

    private PartitionTypes() {}

    /**
     * Parses a partition type and returns its purpose: its name, for UUIDs too where no processor belongs to the type;
     * else the digits of the UUID; empty for the UUID that is all zero, which means no type.
     */
    public static Parsed<String> parse(String text) {
        return NAMES.contains(text)
                ? Parsed.good(text)
                : Id128.parse(text).map(id -> IDS.getOrDefault(id, id)).then(Parsed::good);
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(
                List.of("esp", "xbootldr", "swap", "home", "srv", "var", "tmp", "user-home", "linux-generic"));
        for (String root : List.of("root", "usr")) {
            for (String suffix : SUFFIXES) {
                names.add(root + suffix);
                names.add(root + "-secondary" + suffix);
                ARCHITECTURES.forEach(architecture -> names.add(root + "-" + architecture + suffix));
            }
        }
        return names;
    }
}
