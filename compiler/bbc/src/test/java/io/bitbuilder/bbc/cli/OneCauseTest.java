package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake in a tenant's file is one finding, at its place. */
class OneCauseTest {
    private static final String PLATFORM = """
            platform eu {
              host edge { cpu = 8; memory = 16GiB; storage = 100GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { image = debian }
            }
            """;

    private static final Pattern PLACE =
            Pattern.compile("\"code\": \"(\\w+)\"|\"path\": \"([^\"]+)\",\\s+\"line\": (\\d+),\\s+\"column\": (\\d+)");

    @TempDir
    Path fleet;

    /** The first line of each case is the finding; {@code ~} is a line end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GIT008 2:1|tenant acme {~<<<<<<< HEAD~  network a { }~=======~  network b { }~>>>>>>> topic~}~",
                "SYN006 1:1|tenant: acme~networks:~  - name: front~    subnet: 10.0.0.0/24~",
                "SYN006 2:1|# a comment~---~name: acme~",
                "SYN006 1:1|resource \"container\" \"web\" {~  image = \"debian\"~}~",
                "SYN006 1:1|{~  \"name\": \"acme\"~}~",
                "SYN006 1:1|[tenant]~name = \"acme\"~",
                "SYN002 1:1|tenant acme~  network front { }~  container web {~    memory { limit = 512MiB }~  }~}~",
                "SYN002 3:3|tenant acme {~  network front { }~"
                        + "  container web~    memory { limit = 64MiB }~    attach front { }~"
                        + "  }~  network back { }~}~",
                "LEX022 4:10|tenant acme {~  network front { }~"
                        + "  container web {~    id = \"abc~    memory { limit = 64MiB }~"
                        + "  }~}~",
                "NAM001 3:26|tenant acme {~  container web {~"
                        + "    use hardened(level = strct)~    memory { limit = 64MiB }~  }~}~",
                "NAM004 2:23|tenant acme {~  container web { use bse.service() }~}~"
            })
    void aMistakeIsReportedOnce(String line) throws IOException {
        String[] parts = line.split("\\|", 2);
        assertEquals(parts[0], findings(parts[1].replace('~', '\n')));
    }

    @Test
    void lockFilesOfWindowsAreRead() throws IOException {
        findings("tenant acme {\n  network front { }\n}\n");
        assertEquals(0, Bbc.in(fleet, "lock").code());
        Path lock = fleet.resolve("locks/acme.lock");
        String text = Files.readString(lock);
        Files.writeString(lock, text.replace("\n", "\r\n"));
        Bbc.Run run = Bbc.in(fleet, "compile", "--locked");
        assertEquals(0, run.code(), run::err);
        assertEquals("", Bbc.in(fleet, "lock").out(), "nothing to change");
        Files.writeString(lock, text + "<<<<<<< a\nacme/x/subnet 10.64.1.0/24\n=======\n>>>>>>> b\n");
        assertEquals("GIT008 3:1", findings("tenant acme {\n  network front { }\n}\n"));
    }

    /** Returns the code, line and column of each finding. */
    private String findings(String tenant) throws IOException {
        Files.createDirectories(fleet.resolve("platform"));
        Files.createDirectories(fleet.resolve("tenants/acme"));
        Files.writeString(fleet.resolve("platform/platform.bbc"), PLATFORM);
        Files.writeString(fleet.resolve("tenants/acme/tenant.bbc"), tenant);
        String out = Bbc.in(fleet, "check", "--format", "json").out();
        Matcher matcher = PLACE.matcher(out);
        return matcher.results()
                .filter(m -> m.group(1) != null
                        || out.substring(0, m.start()).stripTrailing().endsWith("\"place\": {"))
                .map(m -> m.group(1) != null ? m.group(1) : m.group(3) + ":" + m.group(4))
                .collect(Collectors.joining(" "));
    }
}
