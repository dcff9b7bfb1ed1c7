package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages name types, tests, packages, files and codes that exist, and their links lead somewhere. */
class DocumentNamesTest {
    private static final List<String> PAGES = List.of("docs/architecture.md", "docs/contributing.md");

    private static final Pattern FENCE = Pattern.compile("(?ms)^( *)```.*?^\\1```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("(?:[a-z]+\\.)?([A-Z][a-z]\\w+)(\\.[A-Z]\\w+)?");
    private static final Pattern PACKAGE = Pattern.compile("(?:core|systemd|bbc)(?:\\.[a-z]+)+");
    private static final Pattern FILE =
            Pattern.compile("(?:compiler|docs|examples|golden|grammar|oracle|stdlib|bbc)/[\\w./-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./:#-]+)\\)");
    private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\\n(.*?)\\n---\\n");
    private static final Pattern INVARIANT = Pattern.compile("(?ms)^- \\*\\*Invariant: (.*?)(?=^- |\\z)");

    /** Words of the language, of systemd and of Java that look like types of the compiler. */
    private static final Set<String> FOREIGN = Set.of("MemoryMax");

    private final Set<String> types = names(".java");

    @Test
    void namedTypesPackagesAndFilesExist() {
        List<String> unknown = new ArrayList<>();
        for (String page : PAGES) {
            for (MatchResult code : CODE.matcher(prose(page)).results().toList()) {
                String name = code.group(1);
                if (!exists(name)) {
                    unknown.add(page + ": " + name);
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    private boolean exists(String name) {
        var type = TYPE.matcher(name);
        if (type.matches()) {
            return types.contains(type.group(1)) || FOREIGN.contains(name) || isGenerated(name);
        }
        if (PACKAGE.matcher(name).matches()) {
            return Stream.of("core", "systemd", "bbc")
                    .anyMatch(module -> Files.isDirectory(Repository.path(
                            "compiler/" + module + "/src/main/java/io/bitbuilder/" + name.replace('.', '/'))));
        }
        return !FILE.matcher(name).matches() || Files.exists(Repository.path(name));
    }

    /** A line about the front matter of codes names keys that some page has. */
    @Test
    void namedKeysOfFrontMatterExist() {
        Set<String> known = Repository.entries(Repository.path("stdlib/codes")).stream()
                .flatMap(page -> FRONT_MATTER
                        .matcher(read(page))
                        .results()
                        .flatMap(m -> m.group(1).lines()))
                .map(line -> line.replaceFirst(":.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown = PAGES.stream()
                .flatMap(page -> prose(page).lines().filter(line -> line.contains("front matter")))
                .flatMap(line -> CODE.matcher(line).results().map(r -> r.group(1)))
                .filter(name -> name.matches("[a-z]+") && !known.contains(name))
                .toList();
        assertEquals(List.of(), unknown);
    }

    private static boolean isGenerated(String name) {
        return name.equals("Code");
    }

    @Test
    void everyInvariantNamesItsTest() {
        List<String> unheld = INVARIANT
                .matcher(read("docs/architecture.md"))
                .results()
                .map(r -> r.group(1))
                .filter(text -> CODE.matcher(text)
                        .results()
                        .map(r -> r.group(1))
                        .noneMatch(name -> name.endsWith("Test") && types.contains(name)))
                .toList();
        assertEquals(List.of(), unheld);
    }

    @Test
    void linksLeadToFilesAndHeadings() {
        List<String> dead = new ArrayList<>();
        Stream.of(names(Repository.path("docs")), Stream.of("README.md", "compiler/systemd/README.md"))
                .flatMap(s -> s)
                .forEach(page -> LINK.matcher(CODE.matcher(prose(page)).replaceAll(""))
                        .results()
                        .map(r -> r.group(1))
                        .filter(link -> !link.contains("://") && !leads(page, link))
                        .forEach(link -> dead.add(page + ": " + link)));
        assertEquals(List.of(), dead);
    }

    private static Stream<String> names(Path docs) {
        try (Stream<Path> files = Files.walk(docs)) {
            return files
                    .map(page -> Repository.path("").relativize(page).toString())
                    .filter(page -> page.endsWith(".md"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leads(String page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? Repository.path(page)
                : Repository.path(page).resolveSibling(parts[0]);
        return Files.exists(target.normalize())
                && (parts.length == 1
                        || read(target.normalize())
                                .lines()
                                .filter(line -> line.startsWith("#"))
                                .anyMatch(line -> anchor(line).equals(parts[1])));
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }

    @Test
    void theTableOfEffectsNamesEveryCode() {
        Path page = Repository.path("docs/verify.md");
        String text = read(page);
        String expected = text;
        for (Effect effect : Effect.values()) {
            String codes = ranges(Stream.of(Code.values())
                    .filter(c -> c.effect().filter(effect::equals).isPresent())
                    .map(Code::id)
                    .sorted()
                    .toList());
            Pattern row = Pattern.compile("(?m)^(\\| `" + effect.words() + "` \\| .* \\| )[^|]*( \\|)$");
            assertTrue(row.matcher(text).find(), effect.words());
            expected = row.matcher(expected).replaceAll("$1" + codes + "$2");
        }
        if (Boolean.getBoolean("bbc.bless")) {
            write(page, expected);
        } else {
            assertEquals(expected, text, "the codes in docs/verify.md; -Dbbc.bless=true writes them");
        }
    }

    /** Joins codes, three or more in a row as {@code SYS104 to SYS120}. */
    private static String ranges(List<String> codes) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < codes.size(); ) {
            int to = from;
            while (to + 1 < codes.size() && number(codes.get(to + 1)) == number(codes.get(to)) + 1) {
                to++;
            }
            if (to < from + 2) {
                to = from;
            }
            parts.add(from == to ? codes.get(from) : codes.get(from) + " to " + codes.get(to));
            from = to + 1;
        }
        return String.join(", ", parts);
    }

    private static int number(String code) {
        return Integer.parseInt(code.substring(3));
    }

    private static Set<String> names(String ending) {
        try (Stream<Path> files = Files.walk(Repository.path("compiler"))) {
            return files.map(p -> p.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a page without its blocks of code. */
    private static String prose(String page) {
        return FENCE.matcher(read(page)).replaceAll("");
    }

    private static String read(String page) {
        return read(Repository.path(page));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path page, String text) {
        try {
            Files.writeString(page, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
