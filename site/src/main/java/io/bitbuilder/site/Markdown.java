package io.bitbuilder.site;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown of the repository as HTML: links lead to pages of the site, codes of findings to their pages. */
final class Markdown {
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}[0-9]{3}\\b");

    private final Set<String> codes;
    private final String toCodes;

    /** Takes the codes that have a page, and the path to their folder, such as {@code ../stdlib/codes/}. */
    Markdown(Set<String> codes, String toCodes) {
        this.codes = codes;
        this.toCodes = toCodes;
    }

    /** Returns the HTML of the content of a page. */
    String html(String text) {
        Node document = PARSER.parse(text);
        document.accept(new Linker());
        return RENDERER.render(document);
    }

    private final class Linker extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            if (!link.getDestination().contains("://")) {
                link.setDestination(link.getDestination().replaceFirst("\\.md(#|$)", ".html$1"));
            }
        }

        @Override
        public void visit(Heading heading) {
            // A link in a heading would be part of each reference to it.
        }

        @Override
        public void visit(Code code) {
            if (codes.contains(code.getLiteral())) {
                Link link = link(code.getLiteral());
                code.insertBefore(link);
                link.appendChild(code);
            }
        }

        @Override
        public void visit(Text text) {
            String literal = text.getLiteral();
            int done = 0;
            for (MatchResult found : CODE.matcher(literal).results().toList()) {
                if (codes.contains(found.group())) {
                    text.insertBefore(new Text(literal.substring(done, found.start())));
                    Link link = link(found.group());
                    link.appendChild(new Text(found.group()));
                    text.insertBefore(link);
                    done = found.end();
                }
            }
            text.setLiteral(literal.substring(done));
        }
    }

    private Link link(String code) {
        return new Link(toCodes + code + ".html", null);
    }

    /** Returns the text with the characters of markup escaped. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
