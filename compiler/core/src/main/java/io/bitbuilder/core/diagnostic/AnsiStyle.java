package io.bitbuilder.core.diagnostic;

/** Colours of a printed finding (ECMA-48 SGR), or none. */
record AnsiStyle(String severity, boolean colour) {
    private static final String BLUE = "34";

    static AnsiStyle of(Severity severity, boolean colour) {
        return new AnsiStyle(
                switch (severity) {
                    case ERROR -> "31";
                    case WARNING -> "33";
                    case NOTE -> "36";
                },
                colour);
    }

    /** Styles the head of a finding. */
    String strong(String text) {
        return paint("1;" + severity, text);
    }

    /** Styles the mark under the primary place. */
    String primary(String text) {
        return paint(severity, text);
    }

    /** Styles the mark under another place. */
    String secondary(String text) {
        return paint(BLUE, text);
    }

    /** Styles line numbers and frames. */
    String frame(String text) {
        return paint(BLUE, text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
