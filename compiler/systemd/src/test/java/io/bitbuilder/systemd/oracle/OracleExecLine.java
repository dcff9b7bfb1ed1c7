package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command line as PID 1 would split it (systemd.service(5), COMMAND LINES); variables are not expanded.
 */
public final class OracleExecLine {
    private final String line;
    private int at;

    private OracleExecLine(String line) {
        this.line = line;
    }

    /** Returns the words. */
    public static List<String> words(String line) {
        OracleExecLine rest = new OracleExecLine(line);
        List<String> words = new ArrayList<>();
        for (rest.skipBlanks(); rest.at < line.length(); rest.skipBlanks()) {
            words.add(rest.word());
        }
        return words;
    }

    private void skipBlanks() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private String word() {
        boolean quoted = line.charAt(at) == '"';
        StringBuilder word = new StringBuilder();
        for (at += quoted ? 1 : 0; at < line.length() && line.charAt(at) != (quoted ? '"' : ' '); at++) {
            // A backslash escapes, a percent and a dollar stand for themselves when doubled: the next one counts.
            boolean escaped = "\\%$".indexOf(line.charAt(at)) >= 0;
            word.append(line.charAt(escaped ? ++at : at));
        }
        at += quoted ? 1 : 0;
        return word.toString();
    }
}
