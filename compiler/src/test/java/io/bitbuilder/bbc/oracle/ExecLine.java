package io.bitbuilder.bbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line as PID 1 would split it, for lines that quote every word (systemd.service(5), COMMAND LINES). */
final class ExecLine {
    private ExecLine() {
    }

    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            if (line.charAt(at) != '"') {
                throw new AssertionError("a word of this line is not quoted: " + line);
            }
            StringBuilder word = new StringBuilder();
            for (at++; line.charAt(at) != '"'; at++) {
                boolean escaped = "\\%$".indexOf(line.charAt(at)) >= 0;
                word.append(line.charAt(escaped ? ++at : at));
            }
            words.add(word.toString());
            at++;
        }
        return words;
    }
}
