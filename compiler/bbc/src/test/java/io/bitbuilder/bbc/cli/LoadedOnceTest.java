package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command reads each table of the catalogue at most once, and none that it does not use. */
class LoadedOnceTest {
    private static final String FOLDER = "stdlib/catalogue/";

    @TempDir
    private Path temp;

    @Test
    void aCompileReadsEachTableOnce() throws Exception {
        Map<String, Integer> read = tables(
                "compile", example("quickstart"), "--out", temp.resolve("tree").toString());
        assertEquals(1, read.get("directives.tsv"));
        assertEquals(1, read.get("grammars/unit.tsv"));
        read.forEach((table, times) -> assertEquals(1, times, table));
    }

    @Test
    void aSecondCompileReadsNone() throws Exception {
        try (Counting loader = new Counting()) {
            loader.run(
                    "compile", example("quickstart"), "--out", temp.resolve("a").toString());
            Map<String, Integer> first = new TreeMap<>(loader.read);
            loader.run(
                    "compile", example("quickstart"), "--out", temp.resolve("b").toString());
            assertEquals(first, new TreeMap<>(loader.read));
        }
    }

    @Test
    void theVersionNeedsNoTable() throws Exception {
        assertEquals(Map.of(), tables("version"));
    }

    @Test
    void onlyTheLanguageServerLoadsItsLibrary() throws Exception {
        try (Counting loader = new Counting()) {
            loader.run("check", example("quickstart"));
            assertEquals(Set.of(), loader.ofLanguageServer);
            loader.run("lsp", "--help");
            assertEquals(Set.of(), loader.ofLanguageServer);
        }
    }

    private static String example(String name) {
        return Repository.path("examples").resolve(name).toString();
    }

    private static Map<String, Integer> tables(String... command) throws Exception {
        try (Counting loader = new Counting()) {
            loader.run(command);
            return new TreeMap<>(loader.read);
        }
    }

    /** Loads the program once more and counts the tables that it opens. */
    private static final class Counting extends URLClassLoader {
        final Map<String, Integer> read = new ConcurrentHashMap<>();
        final Set<String> ofLanguageServer = ConcurrentHashMap.newKeySet();

        Counting() throws Exception {
            super(urls(), Counting.class.getClassLoader());
        }

        private static URL[] urls() throws Exception {
            List<URL> urls = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                URI uri = Path.of(entry).toUri();
                urls.add(uri.toURL());
            }
            return urls.toArray(URL[]::new);
        }

        /** Libraries stay with the loader of the tests. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.eclipse.lsp4j.") || name.startsWith("com.google.gson.")) {
                ofLanguageServer.add(name);
            }
            if (!name.startsWith("io.bitbuilder.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (name.startsWith(FOLDER)) {
                read.merge(name.substring(FOLDER.length()), 1, Integer::sum);
            }
            return super.getResourceAsStream(name);
        }

        void run(String... command) throws Exception {
            Class<?> console = Class.forName("io.bitbuilder.bbc.cli.Console", true, this);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
            Object silent = console.getConstructor(
                            PrintStream.class, PrintStream.class, boolean.class, boolean.class, Path.class)
                    .newInstance(stream, stream, false, false, Path.of(""));
            int code = (int) Class.forName("io.bitbuilder.bbc.cli.Main", true, this)
                    .getMethod("run", String[].class, console)
                    .invoke(null, command, silent);
            assertTrue(code < 2, out::toString);
        }
    }
}
