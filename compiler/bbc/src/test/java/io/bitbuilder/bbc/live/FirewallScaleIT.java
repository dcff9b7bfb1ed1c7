package io.bitbuilder.bbc.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The load of many firewalls at once, in an empty network namespace. Processor time is compared, which other programs
 * of the machine change little. Quadratic work would be sixteen times as much for four times the tenants.
 */
@Tag("oracle")
@Tag("nightly")
@ExtendWith(OracleRootExtension.class)
class FirewallScaleIT {
    private static final int FEW = 50;
    private static final int MANY = 4 * FEW;
    private static final double RATIO = 7;

    /** Loads the files, prints processor time and the number of rules. */
    private static final String LOAD = """
            mount -t tmpfs tmpfs /run
            sh %s/bbc/host/firewall.sh start || exit 1
            times > /run/times
            awk 'NR == 2 { gsub(/[ms]/, " "); print $1 * 60 + $2 + $3 * 60 + $4 }' /run/times
            nft list ruleset | grep -c '__'
            """;

    @Test
    void theTimeToLoadIsNearLinear(OracleRoot root, @TempDir Path folder) throws IOException {
        Path many = compiled(folder);
        Path few = Files.createDirectory(folder.resolve("few"));
        new Command(List.of("cp", "-R", many + "/bbc", few.toString()), Map.of(), Duration.ofMinutes(1)).succeed();
        for (int i = FEW; i < MANY; i++) {
            Files.delete(few.resolve("bbc/nft/t" + i + ".nft"));
        }
        double[] first = load(few);
        double[] second = load(many);
        IO.println("firewalls: %d tenants in %.2f s of processor time, %d in %.2f s, ratio %.1f"
                .formatted(FEW, first[0], MANY, second[0], second[0] / first[0]));
        assertTrue(second[1] > 3 * first[1] && first[1] > 10 * FEW, "all rules are loaded");
        assertTrue(second[0] < RATIO * first[0], second[0] + " s for " + MANY + ", " + first[0] + " s for " + FEW);
    }

    private static double[] load(Path etc) {
        List<String> lines = new Command(
                        List.of("unshare", "--mount", "--net", "/bin/bash", "-c", LOAD.formatted(etc)),
                        Map.of(),
                        Duration.ofMinutes(5))
                .succeed()
                .lines()
                .toList();
        return new double[] {Double.parseDouble(lines.get(0)), Double.parseDouble(lines.get(1))};
    }

    private static Path compiled(Path folder) throws IOException {
        Path sources = folder.resolve("sources");
        Files.createDirectories(sources.resolve("platform"));
        Files.writeString(
                sources.resolve("platform/platform.bbc"),
                IntStream.range(0, MANY)
                        .mapToObj(i -> "  admit t" + i + " { }\n")
                        .collect(Collectors.joining("", """
                                platform many {
                                  host node {
                                    cpu = 512; memory = 1TiB; storage = 1TiB
                                    uplink = "wan0"; address = 192.0.2.10/24
                                  }
                                  image debian { source = directory("/var/lib/machines/debian") }
                                  defaults container { image = debian }
                                """, "}\n")));
        for (int i = 0; i < MANY; i++) {
            Path tenant = Files.createDirectories(sources.resolve("tenants/t" + i));
            Files.writeString(tenant.resolve("tenant.bbc"), """
                    tenant t%d {
                      network front { mode = %s; ipv6 = true; egress { deny = [198.51.100.0/24] } }
                      container web {
                        memory { limit = 64MiB }
                        attach front { ipv6 = static }
                        publish tcp auto -> 80
                        publish udp auto -> 443
                      }
                    }
                    """.formatted(i, i % 2 == 0 ? "nat" : "routed"));
        }
        Findings findings = new Findings();
        Tree tree = Compiler.compile(Input.ofFolders(List.of(sources), findings), AllocationMode.FREE, findings)
                .tree()
                .orElseThrow(() -> new AssertionError(findings.sorted().toString()));
        FolderWriter.write(tree, folder.resolve("tree"));
        return folder.resolve("tree/hosts/node/etc");
    }
}
