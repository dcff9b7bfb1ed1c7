package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code bbc test}: its output in each form, and its exit codes. */
class TestCommandTest {
    private static final String PLATFORM = """
            platform eu {
              host a { cpu = 8; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.2/24 }
              image debian { source = directory("/var/lib/machines/debian") }
            }
            profile small(low: Bool = true) for container {
              image = debian
              memory { limit = 1GiB }
              if low { tasks = 50 } else { tasks = 500 }
            }
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void fleet() throws IOException {
        write("platform/platform.bbc", PLATFORM);
        write("tenants/acme/tenant.bbc", "tenant acme { network lan { } }\n");
        write(
                "platform/tests.bbc",
                "test \"small\" {\n  tenant t { container c { use small() } }\n  expect t.c.memory.limit == 1GiB\n}\n");
        write(
                "tenants/acme/tests.bbc",
                "test \"of acme\" {\n  tenant acme { container c { use small() } }\n"
                        + "  expect acme.c.memory.limit == 2GiB\n}\n");
    }

    private static void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    @Test
    void eachTestHasALineAndEachFailureItsPlaceAndValues() {
        Bbc.Run run = Bbc.in(folder, "test", "--coverage");
        assertEquals(1, run.code(), run::err);
        assertEquals("""
                passed  platform/tests.bbc:1  small
                FAILED  tenants/acme/tests.bbc:1  of acme
                2 tests: 1 passed, 1 failed
                not taken  platform/platform.bbc:8  else of if low
                1 branch of profiles not taken
                """, run.out());
        assertTrue(run.err().contains("error[TST001]: failed expectation: 1GiB == 2GiB"), run::err);
        assertTrue(run.err().contains("tenants/acme/tests.bbc:3:10"), run::err);
    }

    @Test
    void aFilterSelectsByNameOrPath() {
        Bbc.Run run = Bbc.in(folder, "test", "--filter", "platform/");
        assertEquals(0, run.code(), run::err);
        assertEquals("passed  platform/tests.bbc:1  small\n1 test: 1 passed, 0 failed\n", run.out());
        assertEquals(1, Bbc.in(folder, "test", "--filter", "of ac").code());
        Bbc.Run none = Bbc.in(folder, "test", "--filter", "nothing");
        assertEquals(2, none.code());
        assertEquals("bbc: no test matches `nothing`\n", none.err());
    }

    private static final Map<Formatted.Format, String> FORMS = Map.of(
            Formatted.Format.TEXT, "FAILED  tenants/acme/tests.bbc:1  of acme",
            Formatted.Format.JSON, "\"verdict\": \"failed\"",
            Formatted.Format.MARKDOWN, "- **error** TST001 `tenants/acme/tests.bbc:3:10",
            Formatted.Format.SARIF, "\"ruleId\": \"TST001\"",
            Formatted.Format.JUNIT,
                    "<testcase classname=\"tenants/acme/tests.bbc\" name=\"of acme\">\n      <failure message=\"failed",
            Formatted.Format.GITHUB, "::error file=tenants/acme/tests.bbc,line=3,col=10");

    @ParameterizedTest
    @EnumSource
    void allFormsNameTheFailure(Formatted.Format format) {
        Bbc.Run run = Bbc.in(folder, "test", "--format", format.name().toLowerCase(Locale.ROOT));
        assertEquals(1, run.code(), run::err);
        assertTrue(run.out().contains(FORMS.get(format)), run::out);
    }

    @Test
    void mistakesInTestsAreReportedByCheckAndTest(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("platform"));
        Files.writeString(other.resolve("platform/p.bbc"), "test \"a\" { }\ntest \"a\" { expect 1 == 1 }\n");
        for (String command : new String[] {"check", "test"}) {
            Bbc.Run run = Bbc.in(other, command);
            assertEquals(1, run.code(), run::out);
            assertTrue(run.err().contains("error[TST003]: empty test `a`"), run::err);
            assertTrue(run.err().contains("error[NAM005]: duplicate name `a` of a test"), run::err);
        }
    }

    @Test
    void aFleetWithoutTestsPasses(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("platform"));
        Files.writeString(other.resolve("platform/p.bbc"), PLATFORM);
        Bbc.Run run = Bbc.in(other, "test");
        assertEquals(0, run.code(), run::err);
        assertEquals("0 tests: 0 passed, 0 failed\n", run.out());
    }
}
