package io.bitbuilder.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the documentation as HTML that a browser reads from files, and refuses a link that leads nowhere. */
public final class Site {
    private static final Pattern TITLE = Pattern.compile("(?m)^# (.*)$");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final String CODES = "stdlib/codes/";

    private final Path repository;
    private final Path out;
    private final TreeMap<String, String> pages;
    private final Set<String> codes;
    private final String template;

    private Site(Path repository, Path out) throws IOException {
        this.repository = repository;
        this.out = out;
        this.pages = Sources.of(repository);
        this.codes = pages.keySet().stream()
                .filter(page -> page.startsWith(CODES))
                .map(page -> page.substring(CODES.length()).replace(".md", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        this.template = resource("page.html");
    }

    /** Takes the repository and the folder to write; ends with 1 after the list of dead links. */
    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[1]);
        write(Path.of(arguments[0]), out);
        List<String> dead = Links.dead(out);
        dead.forEach(System.err::println);
        if (!dead.isEmpty()) {
            throw new IllegalStateException(dead.size() + " dead links");
        }
        System.out.println(out.resolve("index.html"));
    }

    /** Writes all pages, and the files of the repository that they link to. */
    static void write(Path repository, Path out) throws IOException {
        Site site = new Site(repository.toRealPath(), out);
        for (Map.Entry<String, String> page : site.pages.entrySet()) {
            site.page(page.getKey(), page.getValue());
        }
        put(out.resolve("style.css"), resource("style.css"));
        Files.writeString(
                out.resolve("index.html"),
                "<!doctype html><meta charset=\"utf-8\"><title>bbc</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0; url=README.html\">"
                        + "<a href=\"README.html\">bbc</a>\n");
    }

    private void page(String source, String text) throws IOException {
        String up = "../".repeat((int) source.chars().filter(c -> c == '/').count());
        String content = new Markdown(codes, up + CODES).html(text);
        String html = template.replace("{title}", Markdown.escaped(title(text)))
                .replace("{up}", up)
                .replace("{contents}", contents(source, up))
                .replace("{content}", content);
        Path file = out.resolve(html(source));
        put(file, html);
        for (MatchResult link : LINK.matcher(content).results().toList()) {
            attach(source, link.group(1).replaceFirst("#.*", ""));
        }
    }

    /** Copies a file that a page links to and that is no page, such as a schema or an example. */
    private void attach(String source, String link) throws IOException {
        if (link.isEmpty() || link.contains("://")) {
            return;
        }
        Path file = repository.resolve(source).resolveSibling(link).normalize();
        if (file.startsWith(repository) && Files.isRegularFile(file)) {
            put(out.resolve(repository.relativize(file).toString()), Files.readString(file));
        }
    }

    private String contents(String current, String up) {
        StringBuilder list = new StringBuilder();
        for (Contents.Part part : Contents.PARTS) {
            list.append("<h2>").append(part.name()).append("</h2>\n<ul>\n");
            part.entries()
                    .forEach(entry -> list.append("<li%s><a href=\"%s\">%s</a></li>%n"
                            .formatted(
                                    entry.source().equals(current) ? " class=\"here\"" : "",
                                    up + html(entry.source()),
                                    Markdown.escaped(entry.name()))));
            list.append("</ul>\n");
        }
        return list.toString();
    }

    private static String title(String text) {
        return TITLE.matcher(text)
                .results()
                .map(found -> found.group(1).replace("`", ""))
                .findFirst()
                .orElseThrow();
    }

    private static String html(String source) {
        return source.replaceFirst("\\.md(#|$)", ".html$1");
    }

    private static String resource(String name) throws IOException {
        try (var stream = Site.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
