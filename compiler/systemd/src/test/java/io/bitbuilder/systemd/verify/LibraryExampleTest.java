package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README compiles, prints what the README says, and is the one of the other pages. */
class LibraryExampleTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("^ {4}(etc/\\S+: SYS\\d+ .*)$", Pattern.MULTILINE);

    private final String readme = read("compiler/systemd/README.md");
    private final String example = first(EXAMPLE, readme);

    @TempDir
    private Path temp;

    @Test
    void theExampleOfTheReadmePrintsItsOutput() throws Exception {
        compile("""
                import io.bitbuilder.core.diagnostic.Finding;
                import io.bitbuilder.core.source.Span;
                import io.bitbuilder.systemd.verify.Verifier;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import java.util.Map;

                public final class Example {
                    public static void run(Path path) throws Exception {
                        %s
                    }
                }
                """.formatted(example.replace("System.out", "Out.out")), "Example");
        Path file = Files.writeString(temp.resolve("web"), "[Service]\nExecStart=/bin/web\nMemoryMaximum=1G\n");
        assertEquals(first(OUTPUT, readme) + "\n", run(file));
    }

    @Test
    void everyPageShowsTheSameExample() {
        assertEquals(5, example.lines().count());
        assertTrue(read("docs/verify.md").contains(example), "docs/verify.md has another example");
        String javadoc = read("compiler/systemd/src/main/java/io/bitbuilder/systemd/verify/Verifier.java");
        assertTrue(
                javadoc.contains(
                        example.lines().map(line -> " * " + line + "\n").reduce("", String::concat)),
                "the Javadoc of Verifier has another example");
    }

    private void compile(String source, String name) {
        String out = "final class Out { static java.io.PrintStream out; }\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-proc:none", "-d", temp.toString(), "-cp", System.getProperty("java.class.path"));
        JavaFileObject unit =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source + out;
                    }
                };
        assertTrue(
                compiler.getTask(null, null, null, options, null, List.of(unit)).call(), source);
    }

    private String run(Path file) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        URL[] urls = {temp.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            var out = loader.loadClass("Out").getDeclaredField("out");
            out.setAccessible(true);
            out.set(null, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            Method run = loader.loadClass("Example").getMethod("run", Path.class);
            run.invoke(null, file);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), pattern.pattern());
        return matcher.group(1);
    }

    private static String read(String path) {
        try {
            return Files.readString(Repository.path(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
