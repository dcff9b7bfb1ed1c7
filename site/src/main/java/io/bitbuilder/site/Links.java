package io.bitbuilder.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The links of a built site: each internal one leads to a file, and to an anchor of it. */
final class Links {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]*)\"");

    private Links() {}

    /** Returns the dead links of all pages, as {@code page: link}. */
    static List<String> dead(Path site) throws IOException {
        Map<Path, String> pages = new HashMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                pages.put(file.normalize(), Files.readString(file));
            }
        }
        Map<Path, Set<String>> anchors = new HashMap<>();
        pages.forEach((page, text) -> anchors.put(
                page, ANCHOR.matcher(text).results().map(id -> id.group(1)).collect(Collectors.toSet())));
        List<String> dead = new ArrayList<>();
        pages.forEach((page, text) -> LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://") && !leads(page, link, anchors))
                .forEach(link -> dead.add(site.relativize(page) + ": " + link)));
        return dead.stream().sorted().toList();
    }

    private static boolean leads(Path page, String link, Map<Path, Set<String>> anchors) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.isRegularFile(target)
                && (parts.length == 1 || anchors.getOrDefault(target, Set.of()).contains(parts[1]));
    }
}
