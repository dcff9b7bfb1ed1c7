package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers and failures come in the form that was asked for: no document is empty. */
class RefusalFormsTest {
    private static final String PLATFORM = """
            platform eu {
              host edge { cpu = 8; memory = 16GiB; storage = 100GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { image = debian; quota { memory = 1GiB } }
            }
            """;

    private static final Map<Formatted.Format, String> REFUSED = Map.of(
            Formatted.Format.TEXT, "error[RES101]",
            Formatted.Format.JSON, "\"code\": \"RES101\"",
            Formatted.Format.MARKDOWN, "- **error** RES101 `tenants/acme/tenant.bbc:1:",
            Formatted.Format.SARIF, "\"ruleId\": \"RES101\"",
            Formatted.Format.JUNIT, "<testcase classname=\"tenants/acme/tenant.bbc\" name=\"RES101 at 1:",
            Formatted.Format.GITHUB, "::error file=tenants/acme/tenant.bbc,line=1,col=");

    private static final Map<Formatted.Format, String> FAILED = Map.of(
            Formatted.Format.TEXT, "bbc: unknown revision 'no<b>'",
            Formatted.Format.JSON, "\"failure\": \"unknown revision 'no\\u003cb\\u003e'",
            Formatted.Format.MARKDOWN, "### bbc: failed\n\nunknown revision 'no&lt;b&gt;'",
            Formatted.Format.SARIF, "\"executionSuccessful\": false",
            Formatted.Format.JUNIT, "<error message=\"unknown revision 'no&lt;b&gt;'",
            Formatted.Format.GITHUB, "::error title=bbc::unknown revision 'no<b>'");

    @TempDir
    static Path temp;

    private static TestGit git;

    @BeforeAll
    static void fleet() {
        git = TestGit.init(temp.resolve("fleet"));
        git.write("platform/platform.bbc", PLATFORM).write("tenants/acme/tenant.bbc", tenant("512MiB"));
        git.commitAll();
        git.run("branch", "left");
        git.write("tenants/acme/tenant.bbc", tenant("600MiB")).commitAll();
        git.run("checkout", "-q", "-b", "topic");
        git.write("tenants/acme/tenant.bbc", tenant("4GiB")).commitAll();
        git.run("checkout", "-q", "-b", "good", "left");
        git.write("tenants/acme/more.bbc", "tenant acme { container api { memory { limit = 64MiB } } }\n")
                .commitAll();
        git.run("checkout", "-q", "topic");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsInTheForm(Formatted.Format format) {
        for (String command : new String[] {
            "gate --base main --head topic",
            "diff main topic",
            "check",
            "check --rev topic",
            "check --staged",
            "compile"
        }) {
            assertIn(REFUSED.get(format), format, 1, command);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsInTheForm(Formatted.Format format) {
        for (String command : new String[] {"gate --base main --head no<b>", "diff main no<b>", "check --rev no<b>"}) {
            assertIn(FAILED.get(format), format, 2, command);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAcceptedChangeIsInTheForm(Formatted.Format format) {
        String expected = switch (format) {
            case TEXT -> "reload";
            case JSON -> "\"verdict\": \"accepted\"";
            case MARKDOWN -> "### bbc: re";
            case SARIF -> "\"executionSuccessful\": true";
            case JUNIT -> "<testcase classname=\"bbc\" name=\"verdict\"/>";
            case GITHUB -> "::notice title=bbc::accepted%3A".replace("%3A", ":");
        };
        Bbc.Run run = Bbc.in(git.folder(), "gate", "--base=main", "--head=good", "--format=" + format);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains(expected), run::out);
        assertTrue(run.err().contains("accepted: tree "), run::err);
    }

    @Test
    void threeDotsShowTheChangesOfOneSide() {
        Bbc.Run two = Bbc.in(git.folder(), "diff", "main", "good");
        assertTrue(two.out().contains("512M"), two.out());
        Bbc.Run three = Bbc.in(git.folder(), "diff", "main...good");
        assertEquals(0, three.code(), three.err());
        assertFalse(three.out().contains("512M"), three.out());
        assertTrue(three.out().contains("acme.api"), three.out());
        assertEquals(three.out(), Bbc.in(git.folder(), "diff", "left", "good").out());
        assertEquals(2, Bbc.in(git.folder(), "diff", "main").code());
    }

    private static void assertIn(String expected, Formatted.Format format, int code, String command) {
        Bbc.Run run = Bbc.in(git.folder(), (command + " --format " + format).split(" "));
        assertEquals(code, run.code(), run::err);
        String out = format == Formatted.Format.TEXT ? run.err() : run.out();
        assertTrue(out.contains(expected), () -> command + "\n" + expected + "\n" + out);
    }

    private static String tenant(String memory) {
        return "tenant acme { container web { memory { limit = " + memory + " } } }\n";
    }
}
