package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bbc check} knows all that {@code bbc compile} refuses, and neither ends with an internal error.
 *
 * <p>{@code -Dbbc.samples} is how many random fleets are tried, {@code -Dbbc.seed} where the dice start.
 */
class CheckImpliesCompileTest {
    private static final int SAMPLES = Integer.getInteger("bbc.samples", 25);
    private static final long SEED = Long.getLong("bbc.seed", 7);
    private static final int INTERNAL = 70;

    private static final String HOST =
            "host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = \"eth0\"; address = 192.0.2.10/24 }";
    private static final String TENANT = "tenant acme {\n";
    private static final String PLATFORM = """
            platform p {
              %s
              image debian { source = directory("/var/lib/machines/debian") }
              image vm { source = raw("/var/lib/machines/vm.raw") }
              extension tools { type = sysext; source = raw("/srv/tools.raw") }
              defaults container { image = debian; memory { limit = 128MiB } }
              defaults machine { image = vm; memory { limit = 256MiB } }
            }
            """;

    /** Statements of a network, a workload and its members; `#` is a small number. */
    private static final List<String> NETWORK = List.of(
            "subnet = 10.200.#.0/24",
            "subnet = 10.64.#.0/29",
            "subnet = 10.64.#.0/30",
            "subnet = 8.8.#.0/24",
            "mode = routed",
            "mode = bridge",
            "ipv6 = true",
            "subnet6 = fd00:#::/64",
            "ipv6 = true; subnet6 = fd00:#::/126",
            "dns = [0.0.0.0]",
            "dns = [9.9.9.#, 127.0.0.1]",
            "dns = [169.254.169.253]",
            "dns = [255.255.255.255]",
            "mtu = 576",
            "mtu = 65535",
            "isolate = true",
            "stp = true",
            "dhcp { lease = 60s }",
            "dhcp { lease = #h }",
            "egress { default = deny }",
            "egress { allow = [10.#.0.0/16]; deny = [0.0.0.0/0] }",
            "raw \"netdev/Bridge\" { Priority = # }",
            "raw \"network/DHCPServer\" { BootFilename = \"a%b\\\\\" }");

    private static final List<String> WORKLOAD = List.of(
            "cpu { cores = # }",
            "cpu { cores = 1.5; weight = # }",
            "cpu { shares = 2 }",
            "cpu { pin = [0, #] }",
            "memory { limit = 16MiB }",
            "memory { limit = #GiB; high = self.limit * 90% }",
            "memory { swap = #MiB }",
            "io { weight = #; read = 64KiB }",
            "tasks = #",
            "root { size = #GiB }",
            "maintenance = true",
            "network = host",
            "attach n# { }",
            "attach n0 { ipv4 = static }",
            "attach n1 { ipv4 = offset(#) }",
            "attach lo { network = n0 }",
            "attach a-4lkvy4v { network = n0 }",
            "attach attachment-with-a-long-name { network = n0 }",
            "attach n2 { mac = 02:00:00:00:00:0# }",
            "publish tcp 808# -> 80",
            "publish udp auto -> 53",
            "publish tcp 22 -> 22",
            "publish tcp 443 -> #",
            "volume data# { size = #GiB; mount = \"/srv/data#\" }",
            "volume v { size = 16MiB; mount = \"/usr\" }",
            "env { A# = \"x %n \\\\ $HOME \\\" é \" }",
            "env { B = \"\\u{1F600}\" }",
            "env { C = \"{host.name}\" }",
            "extensions { sysext = [tools] }",
            "extensions { confext = [tools] }",
            "services { portable = [a, a] }",
            "services { portable = [a-b, a_b] }",
            "services { systemd = [\"a.service\", \"b@#.service\"] }",
            "security { capabilities = [CAP_NET_ADMIN] }",
            "security { read-only-root = true }",
            "security { syscalls { allow = [@clock]; deny = [@basic-io] } }",
            "security { no-new-privileges = true }",
            "raw \"service/Service\" { OOMScoreAdjust = # }",
            "raw \"service/Service\" { RuntimeMaxSec = \"#us\" }",
            "raw \"nspawn/Exec\" { LimitNOFILE = \"1024:4096\" }",
            "uids = 1048576..1114111",
            "cid = #");

    @TempDir
    Path folder;

    private int run(int fleet, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(words, new Console(stream, stream, false, false, folder.resolve("f" + fleet)));
        assertTrue(code != INTERNAL, () -> "fleet " + fleet + ": " + out.toString(StandardCharsets.UTF_8));
        return code;
    }

    /** Writes a fleet, expects that check and compile agree, and returns whether they accept it. */
    private boolean agree(int fleet, String platform, String file, String tenant) throws IOException {
        write(fleet, platform, file, tenant);
        int text = run(fleet, "check", ".");
        int json = run(fleet, "check", "--format", "json", ".");
        int made = run(
                fleet, "compile", ".", "--out", folder.resolve("out" + fleet).toString());
        assertEquals(text, json, tenant);
        assertEquals(text, made, tenant);
        return text == 0;
    }

    private void write(int fleet, String platform, String file, String tenant) throws IOException {
        Path root = folder.resolve("f" + fleet);
        Files.createDirectories(root.resolve("platform"));
        Files.createDirectories(root.resolve("tenants/acme"));
        Files.writeString(root.resolve("platform/p.bbc"), platform);
        Files.writeString(root.resolve("tenants/acme/" + file), tenant);
    }

    @Test
    void randomFleets() throws IOException {
        Random random = new Random(SEED);
        int accepted = 0;
        for (int i = 0; i < SAMPLES; i++) {
            String tenant = mutated(tenant(random), random);
            accepted += agree(i, PLATFORM.formatted(random.nextInt(10) == 0 ? "" : HOST), "t.bbc", tenant) ? 1 : 0;
        }
        assertTrue(accepted > 0, "no fleet was compiled");
    }

    private static String tenant(Random random) {
        StringBuilder text = new StringBuilder("tenant acme {\n");
        for (int i = 0; i < 3; i++) {
            text.append("network n")
                    .append(i)
                    .append(" { ")
                    .append(some(NETWORK, 2, random))
                    .append(" }\n");
        }
        for (int i = 0; i < 3; i++) {
            text.append(random.nextInt(4) == 0 ? "machine w" : "container w").append(i);
            text.append(" {\n").append(some(WORKLOAD, 3, random)).append("\n}\n");
        }
        return text.append("}\n").toString();
    }

    private static String some(List<String> statements, int most, Random random) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> statements.get(random.nextInt(statements.size())))
                .distinct()
                .map(s -> s.replace("#", Integer.toString(random.nextInt(10))))
                .collect(Collectors.joining("\n"));
    }

    /** Returns every fourth text with one character replaced, doubled or removed. */
    private static String mutated(String text, Random random) {
        if (random.nextInt(4) != 0) {
            return text;
        }
        int at = random.nextInt(text.length());
        String other = List.of("", "{", "}", "\"", "\\", "%", "\u0001", "\uD83D\uDE00", "[", "-", "0", " ")
                .get(random.nextInt(12));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void knownFaults() throws IOException {
        String host = PLATFORM.formatted(HOST);
        List<String> bodies = List.of(
                "container c { services { portable = [a, a] } }",
                "network n { dns = [0.0.0.0] }; container c { attach n { } }",
                "network n { }; container c { attach lo { network = n } }",
                "network n { }; container c { attach attachment-with-a-long-name { network = n } }",
                "\uD83D\uDE00");
        int fleet = 1000;
        for (String body : bodies) {
            assertTrue(!agree(fleet++, host, "t.bbc", "tenant acme {\n" + body.replace("; ", "\n") + "\n}\n"), body);
        }
        assertTrue(!agree(fleet++, host, "metadata.json", "{\uD83D\uDE00}"));
        assertTrue(!agree(fleet++, PLATFORM.formatted(""), "t.bbc", "tenant acme { container c { } }\n"));
        assertTrue(
                !agree(fleet++, host, "t.bbc", chain("profile p%d() for container { use p%d() }\n", "p0", "p5000()")));
        String types = chain("type t%d = t%d\n", "t0", "t0()").replace("use t0()", "");
        assertTrue(!agree(fleet, host, "t.bbc", types));
    }

    /** A chain of 5,000 declarations, and a container that uses the last. */
    private static String chain(String declaration, String first, String last) {
        String start = first.equals("p0") ? "profile p0() for container { tasks = 5 }\n" : "type t0 = Int\n";
        return IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> declaration.formatted(i, i - 1))
                .collect(Collectors.joining("", start, "tenant acme { container c { use " + last + " } }\n"));
    }

    /** Names of a list that differ only in `-` and `_` are files of their own. */
    @Test
    void eachPortableServiceHasAUnit() throws IOException {
        String body = "container c { services { portable = [a-b, a_b] } }";
        assertTrue(agree(2100, PLATFORM.formatted(HOST), "t.bbc", "tenant acme { " + body + " }\n"));
        Path guest = folder.resolve("out2100/hosts/node-a/etc/bbc/guest/acme.c");
        for (String name : List.of("a-b", "a_b")) {
            String unit = Files.readString(guest.resolve("systemd.extra-unit.bbc-portable-" + name + ".service"));
            assertTrue(unit.contains("attach --runtime --now " + name + "\n"), unit);
        }
    }

    /** Command lines beyond 64 KiB are written, and those that systemd does not read are refused at their block. */
    @Test
    void longCommandLines() throws IOException {
        String small = "memory { limit = 64MiB }\n";
        String env = IntStream.range(0, 318)
                .mapToObj(i -> "A" + i + " = \"" + "x".repeat(180) + "\"")
                .collect(Collectors.joining("\n", "env {\n", "\n}\n"));
        String portable = IntStream.range(0, 1500)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(",\n", "services { portable = [", "] }\n"));
        String sysext = IntStream.range(0, 3000)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(",\n", "extensions { sysext = [", "] }\n"));
        String attach = IntStream.range(0, 720)
                .mapToObj(i -> "attach a" + i + " { network = n }\n")
                .collect(Collectors.joining("", TENANT + "network n { subnet = 10.1.0.0/16 }\ncontainer c {\n", "} }"));
        String machine = "tenant acme { machine m {\n";
        String container = "tenant acme { container c {\n";
        List<String> written = List.of(
                container + small + env + "} }\n",
                machine + env + "} }\n",
                container + small + portable + "} }\n",
                machine + sysext + "} }\n",
                attach);
        int fleet = 2200;
        String platform = PLATFORM.formatted(HOST + "\nadmit acme { quota { cpu = 64; memory = 9GiB; storage = 4TiB }; "
                + "claims { attachments = 1000; networks = 200 } }");
        for (String text : written) {
            assertTrue(agree(fleet++, platform, "t.bbc", text), text.substring(0, 100));
        }
    }

    /** Text of a workload with that many portable services. */
    private static String portables(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "p" + i)
                .collect(Collectors.joining(",\n", TENANT + kind + " c { services { portable = [", "] } } }\n"));
    }

    @Test
    void commandLinesBeyondTheLimitAreRefused() throws IOException {
        assertTrue(!agree(2300, PLATFORM.formatted(HOST), "t.bbc", portables("container", 9000)));
        assertTrue(!agree(2301, PLATFORM.formatted(HOST), "t.bbc", portables("machine", 4000)));
    }

    /** A firewall of 300,000 ranges: check renders it to know its size, and compile writes it. */
    @Test
    void largeFilesAreWritten() throws IOException {
        String ranges = IntStream.range(0, 5000)
                .mapToObj(i -> "11." + i / 250 + "." + i % 250 + ".0/28")
                .collect(Collectors.joining(",\n", "let ranges = [\n", ",\n]\n"));
        String host = HOST.replace("cpu = 64", "cpu = 640") + "\nadmit acme { quota { cpu = 640 } }";
        write(2400, PLATFORM.formatted(host), "t.bbc", ranges + TENANT + """
                  for i in 1..60 {
                    network ("n-{i}") { egress { default = deny; allow = ranges } }
                    container ("c-{i}") { memory { limit = 16MiB }; attach e { network = ("n-{i}") } }
                  }
                }
                """);
        assertEquals(0, run(2400, "check", "."));
        assertEquals(
                0, run(2400, "compile", ".", "--out", folder.resolve("out2400").toString()));
        assertTrue(Files.size(folder.resolve("out2400/hosts/node-a/etc/bbc/nft/acme.nft")) > 4 << 20);
    }

    @Test
    void largeStringsAreRefused() throws IOException {
        String env = IntStream.range(0, 260)
                .mapToObj(i -> "A" + i + " = a")
                .collect(Collectors.joining("\n", "env {\n", "\n}\n"));
        String text = "let a = \"" + "x".repeat(4090) + "\"\ntenant acme { container c {\n" + env + "} }\n";
        assertTrue(!agree(2000, PLATFORM.formatted(HOST), "t.bbc", text));
    }
}
