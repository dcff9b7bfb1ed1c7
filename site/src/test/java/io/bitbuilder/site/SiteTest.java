package io.bitbuilder.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site of this repository has every page, in its list, without a dead link; a dead link is found. */
class SiteTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path out = Path.of("");

    @Test
    void everyLinkLeadsToAPageAndItsAnchor() throws IOException {
        Site.write(REPOSITORY, out);
        assertEquals(List.of(), Links.dead(out));
        Path page = out.resolve("docs/tour.html");
        Files.writeString(page, Files.readString(page) + "<a href=\"git.html#nowhere\"></a><a href=\"none.html\"></a>");
        assertEquals(List.of("docs/tour.html: git.html#nowhere", "docs/tour.html: none.html"), Links.dead(out));
    }

    @Test
    void everyPageOfTheDocumentationIsInTheList() throws IOException {
        Site.write(REPOSITORY, out);
        String list = Files.readString(out.resolve("README.html")).replaceFirst("(?s)<main>.*", "");
        try (Stream<Path> pages = Files.walk(REPOSITORY.resolve("docs"))) {
            List<String> missing = pages.map(page -> REPOSITORY.relativize(page).toString())
                    .filter(page -> page.endsWith(".md"))
                    .map(page -> page.replace(".md", ".html"))
                    .filter(page -> !list.contains("href=\"" + page + "\""))
                    .toList();
            assertEquals(List.of(), missing, "add them to Contents");
        }
    }

    @Test
    void codesInTextLeadToTheirPages() {
        String html = new Markdown(Set.of("NET004"), "codes/").html("NET004 and `NET004`, not ABC123\n\n    NET004\n");
        assertEquals(2, html.split("<a href=\"codes/NET004.html\">", -1).length - 1, html);
        assertTrue(html.contains("<code>NET004\n</code>"), html);
    }

    @Test
    void manualPagesKeepTheirText() {
        String page =
                ".TH \"BBC\\-X\" \"1\"\n.SH \"OPTIONS\"\n.TP\n\\fB\\-\\-a=[B]\\fR\nIt\\(aqs *A*.\n" + ".EX\na|b\n.EE\n";
        String html = new Markdown(Set.of(), "").html(ManPage.markdown(page));
        assertTrue(html.contains("<strong>--a=[B]</strong><br />\nIt's *A*."), html);
        assertTrue(html.contains("a|b"), html);
    }
}
