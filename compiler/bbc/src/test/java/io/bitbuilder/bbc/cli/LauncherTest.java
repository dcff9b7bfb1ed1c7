package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a JDK that runs the classes under test, and a Maven that makes empty jars. */
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            n=$#
            while [ "$n" -gt 0 ]; do
              word=$1; shift; n=$((n - 1))
              case $word in
                -XX:AOTCache*) ;;
                -jar)
                  shift; n=$((n - 1))
                  set -- "$@" --enable-native-access=ALL-UNNAMED -cp '%s' io.bitbuilder.bbc.cli.Main ;;
                *) set -- "$@" "$word" ;;
              esac
            done
            [ -z "$SHOW" ] || { echo "$LC_ALL $*"; exit; }
            exec '%s' "$@"
            """;

    private static final String MAVEN = """
            #!/bin/sh
            mkdir -p compiler/bbc/target/lib
            touch compiler/bbc/target/bbc-compiler-1.jar compiler/bbc/target/lib/org.eclipse.jgit-1.jar
            """;

    private static final String JAR = """
            #!/bin/sh
            mkdir -p META-INF
            touch META-INF/MANIFEST.MF
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("home");
        for (String file : List.of(
                "pom.xml",
                "compiler/pom.xml",
                "compiler/core/pom.xml",
                "compiler/systemd/pom.xml",
                "compiler/bbc/pom.xml",
                "grammar/a",
                "stdlib/a",
                "examples/ci/a",
                "compiler/core/src/main/a",
                "compiler/systemd/src/main/a",
                "compiler/bbc/src/main/a")) {
            write(home.resolve(file), "", false);
        }
        write(home.resolve("examples/quickstart/platform/p.bbc"), "platform p { }\n", false);
        Files.copy(Repository.path("bbc"), home.resolve("bbc"));
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        write(folder.resolve("jdk/bin/java"), JAVA.formatted(classes, java), true);
        write(folder.resolve("jdk/bin/jar"), JAR, true);
        write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n", false);
        write(folder.resolve("path/mvn"), MAVEN, true);
    }

    private static void write(Path file, String text, boolean program) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (program) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Bbc.Run run(Path where, Map<String, String> environment, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(IntStream.rangeClosed(0, words.length)
                .mapToObj(i -> i == 0 ? home.resolve("bbc").toString() : words[i - 1])
                .toList());
        Path err = folder.resolve("err");
        builder.directory(where.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("BBC"));
        builder.environment().remove("LANG");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", "", (old, none) -> folder.resolve("path") + ":" + old);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Bbc.Run(process.waitFor(), out, Files.readString(err));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theHeapIsThatOfTheEnvironment() throws IOException {
        assertTrue(run(folder, Map.of("SHOW", "1"), "version").out().contains(" -Xmx2g "));
        assertTrue(run(folder, Map.of("SHOW", "1", "BBC_HEAP", "512m"), "version")
                .out()
                .contains(" -Xmx512m "));
        for (String invalid : List.of("8", "9m", "0g", "1000g", "8G", "g", "-1g", "8 g", "1.5g", "8g -version")) {
            Bbc.Run run = run(folder, Map.of("BBC_HEAP", invalid), "version");
            assertEquals(2, run.code(), run.out());
            assertEquals(
                    "bbc: invalid BBC_HEAP '" + invalid + "' (expected 10 MiB to 999 GiB, as in 512m or 8g)\n",
                    run.err());
        }
    }

    @Test
    void aFullHeapEndsTheRunWithoutAFindingOrATrace() throws IOException {
        String networks = IntStream.range(0, 20_000)
                .mapToObj(i -> "network n" + i + " { }\n")
                .collect(Collectors.joining("", "tenant acme {\n", "}\n"));
        write(folder.resolve("fleet/tenants/acme/t.bbc"), networks, false);
        Bbc.Run run = run(folder, Map.of("BBC_HEAP", "12m"), "check", "fleet");
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("bbc: out of memory, nothing was written: the heap of "), run.err());
        assertTrue(run.err().endsWith("BBC_HEAP=8g bbc ...\n"), run.err());
        assertEquals("", run.out());
    }

    /** As in a hook that another program runs: the current folder is in no work tree. */
    @Test
    void gitDirNamesARepositoryFromOutside() throws IOException {
        TestGit git = TestGit.init(folder.resolve("repo"));
        git.write("platform/p.bbc", "platform p {\n  host a { cpu = 1x }\n}\n").run("add", "platform");
        Map<String, String> environment =
                Map.of("GIT_DIR", git.folder().resolve(".git").toString());
        Bbc.Run run = run(folder, environment, "check", "--staged");
        assertEquals(1, run.code(), run.err());
        assertTrue((run.out() + run.err()).contains("platform/p.bbc:2:18"), run.out() + run.err());
        assertEquals(
                run.out(),
                run(git.folder(), Map.of("GIT_DIR", ".git"), "check", "--staged")
                        .out());
        assertEquals(2, run(folder, Map.of(), "check", "--staged").code());
    }

    @Test
    void theDeepestNestingThatAPlatformAllowsFitsTheStack() throws IOException {
        write(folder.resolve("deep/platform/p.bbc"), "platform p { limits { nesting = 256 } }\n", false);
        String list = "[".repeat(254) + "1" + "]".repeat(254);
        write(folder.resolve("deep/tenants/acme/t.bbc"), "tenant acme {\n  let a = " + list + "\n}\n", false);
        Bbc.Run run = run(folder, Map.of(), "check", "deep");
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void anyPathCanBeNamedInAnyLocale() throws IOException {
        Path fleet = folder.resolve("jü/f ä");
        write(fleet.resolve("tenants/acme/t.bbc"), "tenant acme { network n { subnet = 10.1.0.0/24 } x }\n", false);
        for (String locale : List.of("C", "POSIX", "C.UTF-8", "")) {
            Bbc.Run run = run(folder, locale.isEmpty() ? Map.of() : Map.of("LC_ALL", locale), "check", "jü/f ä");
            assertEquals(1, run.code(), run.err());
            assertTrue(run.err().contains("tenants/acme/t.bbc:1:"), run.err());
            assertEquals(locale.equals("C.UTF-8"), run.err().contains("┌"), locale + run.err());
        }
        assertTrue(run(folder, Map.of("SHOW", "1"), "version").out().startsWith("C.UTF-8 "));
    }

    /** Only a process has the empty path as its folder; outside of a work tree no folder has {@code .git}. */
    @Test
    void theCurrentFolderIsTheBaseOfRelativePaths() throws IOException {
        Path fleet = Files.createDirectory(folder.resolve("fleet"));
        Bbc.Run init = run(fleet, Map.of(), "init");
        assertEquals(0, init.code(), init.err());
        assertTrue(Files.exists(fleet.resolve("tenants/example/tenant.bbc")), init.out());
        Path outside = folder.resolve("outside/tenant.bbc");
        write(outside, "tenant  evil { }\n", false);
        Files.createSymbolicLink(fleet.resolve("tenants/evil"), outside.getParent());
        Bbc.Run fmt = run(fleet, Map.of(), "fmt", "tenants/evil");
        assertEquals(1, fmt.code(), fmt.err());
        assertTrue(fmt.err().contains("`tenants/evil` is a symbolic link"), fmt.err());
        assertEquals("tenant  evil { }\n", Files.readString(outside));
    }

    @Test
    void aSecondRunBuildsNothing() throws IOException {
        assertEquals(0, run(folder, Map.of("SHOW", "1"), "version").code());
        Files.delete(folder.resolve("path/mvn"));
        assertEquals(0, run(folder, Map.of("SHOW", "1"), "version").code());
        write(folder.resolve("path/mvn"), "#!/bin/sh\necho broken >&2\nexit 1\n", true);
        Files.writeString(home.resolve("stdlib/a"), "changed");
        Bbc.Run changed = run(folder, Map.of("SHOW", "1"), "version");
        assertEquals(2, changed.code());
        assertTrue(changed.err().startsWith("broken\nbbc: build failed"), changed.err());
    }
}
