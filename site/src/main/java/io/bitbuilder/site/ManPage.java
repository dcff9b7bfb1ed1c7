package io.bitbuilder.site;

import java.util.Locale;

/** A manual page of the few macros that {@code docs/man} has, as Markdown. */
final class ManPage {
    private ManPage() {}

    /** Returns the page as Markdown; text is escaped, so that a bracket or star of a synopsis stays one. */
    static String markdown(String roff) {
        StringBuilder out = new StringBuilder();
        boolean example = false;
        boolean tag = false;
        boolean synopsis = false;
        for (String line : roff.lines().toList()) {
            if (synopsis && line.startsWith(".")) {
                out.append("```\n");
                synopsis = false;
            }
            if (line.startsWith(".TH")) {
                String name = plain(line.split("\"")[1]).toLowerCase(Locale.ROOT);
                out.append("# ").append(name).append("(1)\n\n");
            } else if (line.startsWith(".SH")) {
                out.append("\n## ").append(plain(line.split("\"")[1])).append("\n\n");
                synopsis = line.contains("SYNOPSIS");
                out.append(synopsis ? "```synopsis\n" : "");
            } else if (line.equals(".EX") || line.equals(".EE")) {
                example = line.equals(".EX");
                out.append(example ? "\n```text\n" : "```\n\n");
            } else if (line.equals(".TP") || line.equals(".PP")) {
                tag = line.equals(".TP");
                out.append('\n');
            } else if (example || synopsis) {
                out.append(plain(line)).append('\n');
            } else if (tag) {
                out.append("- **").append(escaped(plain(line))).append("**  \n  ");
                tag = false;
            } else {
                out.append(escaped(plain(line))).append('\n');
            }
        }
        return out.toString();
    }

    private static String plain(String roff) {
        return roff.replaceAll("\\\\f[BIR]", "")
                .replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\\(ga", "`")
                .replace("\\(dq", "\"")
                .replace("\\&", "")
                .replace("\\e", "\\");
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>|]", "\\\\$0");
    }
}
