package io.bitbuilder.bbc.check.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.bind.TestFleet;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bytes that the check counts are never fewer than those of the command line that is written. */
class CommandLinesTest {
    private static final String LONG = "a-tenant-of-a-long-name";
    private static final String FLEET = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              image vm { source = raw("/var/lib/machines/vm.raw") }
              extension tools { type = sysext; source = directory("/srv/%%s") }
              admit %1$s { quota { cpu = 64; memory = 256GiB; storage = 4TiB }; claims { attachments = 300 } }
            }
            tenant %1$s {
              network n { mode = bridge; subnet = 10.1.0.0/22 }
              container c { image = debian; memory { limit = 64MiB }
                %%s
              }
              machine m { image = vm; memory { limit = 512MiB }
                extensions { sysext = [tools%%s] }
                %%s
              }
            }
            """.formatted(LONG);

    private static String each(int count, String separator, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining(separator));
    }

    @Test
    void isAnUpperBound() {
        String name = "x".repeat(55);
        String members = "env {\n" + each(300, "\n", i -> "A" + i + " = \"é%$\\\\\\\"𝄞 " + i + "\"") + "\n}\n"
                + "services { portable = [" + each(200, ", ", i -> name + i) + "] }\n";
        String container = members + each(200, "\n", i -> "attach interface-" + i + " { network = n }");
        String volumes = each(100, "\n", i -> "volume " + name + i + " { size = 16MiB; mount = \"/srv/v" + i + "\" }");
        String extensions = each(200, "", i -> ", " + name + i);
        assertBound(TestFleet.of(FLEET.formatted("e".repeat(90), container, extensions, members + volumes)));
        assertBound(SampleFleet.full());
    }

    private static void assertBound(Fleet fleet) {
        CheckScope scope =
                CheckScope.of(fleet, Set.of(), Set.of(), ClaimPrecedence.NONE, new Findings(), new HashSet<>());
        scope.eachWorkload((tenant, workload) -> {
            long written = written(fleet, TenantUnitNames.service(tenant.name(), workload));
            long counted = CommandLines.bytes(scope, workload);
            assertTrue(written > 100 && counted >= written, workload.name() + ": " + counted + " < " + written);
        });
    }

    private static long written(Fleet fleet, String service) {
        return Lowering.lower(fleet).stream()
                .filter(a -> a.path().contains(service + ".d/50-bbc.conf"))
                .flatMap(a -> ((SystemdFile) a).sections().stream())
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.key().equals("ExecStart") && entry.value() instanceof ExecLine)
                .map(entry -> (ExecLine) entry.value())
                .mapToLong(line -> StringSizes.bytes("ExecStart=" + line.program())
                        + line.arguments().stream()
                                .mapToLong(argument -> (" \\\n    " + argument).getBytes(UTF_8).length)
                                .sum())
                .sum();
    }

    @Test
    void countsEveryEscape() {
        assertEquals(2 + 2 + 2 + 2 + 1, StringSizes.bytes("\\\"%$a"));
        assertEquals(2 + 3 + 6, StringSizes.bytes("é€𝄞"));
    }
}
