package io.bitbuilder.systemd.object;

import java.util.regex.Pattern;

/**
 * Placeholders in sources from which files of systemd are made: {@code @BINDIR@}, <code>{{ name }}</code>, {@code <%= x
 * %>}.
 */
public final class TemplateMarks {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[{%#]|@[A-Z][A-Z0-9_]*@|<%.*%>");

    private TemplateMarks() {}

    /** Returns whether the string contains one, so that its final content is unknown. */
    public static boolean isIn(String text) {
        return PLACEHOLDER.matcher(text).find();
    }
}
