package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Page of a code in the standard library: title, reason, a wrong and a right example. */
public record CodePage(Code code, String text) {
    private static final String END = "---\n";

    /** Returns the page, if the standard library has it; a test checks that every code has one. */
    public static Optional<CodePage> of(Code code) {
        String name = "/stdlib/codes/" + code + ".md";
        try (InputStream in = CodePage.class.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new CodePage(
                            code, heading(code) + body(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new InternalFault("cannot read the page " + name, e);
        }
    }

    private static String heading(Code code) {
        return "# " + code + ": " + code.title() + "\n\n";
    }

    /** Returns the page without its front matter, which {@link Code} is generated from. */
    private static String body(String page) {
        return page.substring(page.indexOf(END, END.length()) + END.length());
    }

    /**
     * Returns the text of a section, {@code Why}, {@code Wrong} or {@code Right}, without its heading; empty if there
     * is none.
     */
    public String section(String heading) {
        String start = "## " + heading + "\n";
        int from = text.indexOf(start);
        if (from < 0) {
            return "";
        }
        int to = text.indexOf("\n## ", from + start.length());
        return text.substring(from + start.length(), to < 0 ? text.length() : to)
                .strip();
    }
}
