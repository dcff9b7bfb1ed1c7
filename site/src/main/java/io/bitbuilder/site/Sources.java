package io.bitbuilder.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the site as Markdown, by their path in the repository: those that are written, and the two lists. */
final class Sources {
    private static final Pattern FRONT_MATTER = Pattern.compile("(?s)\\A---\n(.*?)\n---\n");
    private static final Pattern KEY = Pattern.compile("(?m)^(\\w+): (.*)$");
    private static final List<String> TOPS = List.of(
            "README.md",
            "CHANGELOG.md",
            "compiler/systemd/README.md",
            "oracle/README.md",
            "oracle/nightly/README.md",
            "stdlib/catalogue/README.md",
            "stdlib/catalogue/make/README.md",
            "docs",
            "stdlib/codes");
    private static final String CODES = "stdlib/codes/";
    private static final String MAN = "docs/man/";

    private Sources() {}

    static TreeMap<String, String> of(Path repository) throws IOException {
        TreeMap<String, String> pages = new TreeMap<>();
        for (String top : TOPS) {
            try (Stream<Path> files = Files.walk(repository.resolve(top))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = repository.relativize(file).toString();
                    String text = Files.readString(file);
                    if (path.startsWith(CODES)) {
                        pages.put(path, code(file, text));
                    } else if (path.endsWith(".md")) {
                        pages.put(path, text);
                    } else if (path.startsWith(MAN)) {
                        pages.put(path.replaceFirst("\\.1$", ".md"), ManPage.markdown(text));
                    }
                }
            }
        }
        pages.put(CODES + "index.md", codes(repository, pages));
        pages.put(MAN + "index.md", manuals(pages));
        return pages;
    }

    private static String code(Path file, String text) {
        Map<String, String> keys = keys(text);
        String name = file.getFileName().toString().replace(".md", "");
        String effect = keys.containsKey("effect") ? ", effect: " + keys.get("effect") : "";
        return "# " + name + ": " + keys.get("title") + "\n\nSeverity: " + keys.get("severity") + effect + "\n\n"
                + FRONT_MATTER.matcher(text).replaceFirst("");
    }

    private static Map<String, String> keys(String text) {
        Map<String, String> keys = new TreeMap<>();
        Matcher front = FRONT_MATTER.matcher(text);
        if (front.find()) {
            for (MatchResult key : KEY.matcher(front.group(1)).results().toList()) {
                keys.put(key.group(1), key.group(2));
            }
        }
        return keys;
    }

    /** Returns the list of all codes by family, in the order of {@code stdlib/families.tsv}. */
    private static String codes(Path repository, Map<String, String> pages) throws IOException {
        StringBuilder out = new StringBuilder("# Codes of findings\n\n`bbc explain CODE` prints these pages.\n");
        for (String family : Files.readAllLines(repository.resolve("stdlib/families.tsv"))) {
            String[] cells = family.split("\t");
            if (cells.length < 2) {
                continue;
            }
            out.append("\n## ").append(cells[0]).append(": ").append(cells[1]);
            out.append("\n\n| code | subject |\n|---|---|\n");
            for (String page : new TreeSet<>(pages.keySet())) {
                if (page.startsWith(CODES + cells[0])) {
                    String[] title = pages.get(page)
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .substring(2)
                            .split(": ", 2);
                    out.append("| `")
                            .append(title[0])
                            .append("` | ")
                            .append(title[1])
                            .append(" |\n");
                }
            }
        }
        return out.toString();
    }

    private static String manuals(Map<String, String> pages) {
        StringBuilder out = new StringBuilder("# Manual pages\n\n");
        pages.keySet().stream()
                .filter(page -> page.startsWith(MAN))
                .map(page -> page.substring(MAN.length()))
                .map(page -> "- [" + page.replace(".md", "") + "(1)](" + page + ")\n")
                .forEach(out::append);
        return out.toString();
    }
}
