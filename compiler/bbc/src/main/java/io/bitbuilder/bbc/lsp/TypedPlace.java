package io.bitbuilder.bbc.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Place in a program that is being typed: read from its characters alone, since the statement at the place does not
 * parse yet.
 *
 * @param heads statements whose bodies are open at the place, outermost first
 * @param statement what is written of the statement at the place
 * @param isText whether the place is in a string or a comment
 */
record TypedPlace(List<String> heads, String statement, boolean isText) {
    /** Reads the text before an offset. */
    static TypedPlace at(String text, int offset) {
        Reader reader = new Reader(text.substring(0, offset));
        boolean ended = reader.read();
        return new TypedPlace(
                List.copyOf(reader.heads.reversed()),
                reader.statement.toString().stripLeading(),
                !ended);
    }

    /** Returns the words of a statement without its punctuation. */
    static List<String> words(String statement) {
        List<String> words = new ArrayList<>(List.of(statement.split("[^A-Za-z0-9_.-]+")));
        words.removeIf(String::isEmpty);
        words.removeIf(word -> word.equals("private") || word.equals("final"));
        return words;
    }

    private static final class Reader {
        private final String text;
        private final Deque<String> heads = new ArrayDeque<>();
        private final Deque<Integer> brackets = new ArrayDeque<>();
        private StringBuilder statement = new StringBuilder();
        private int depth;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Returns false if the text ends in a string or a comment. */
        boolean read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '#') {
                    if (!skip("\n", 1, 0)) {
                        return false;
                    }
                } else if (text.startsWith("\"\"\"", at)) {
                    if (!skip("\"\"\"", 3, 3)) {
                        return false;
                    }
                } else if (text.startsWith("'''", at)) {
                    if (!skip("'''", 3, 3)) {
                        return false;
                    }
                } else if (c == '"') {
                    if (!string()) {
                        return false;
                    }
                } else {
                    character(c);
                    at++;
                }
            }
            return true;
        }

        private boolean skip(String end, int opening, int closing) {
            int found = text.indexOf(end, at + opening);
            at = found < 0 ? text.length() : found + closing;
            return found >= 0;
        }

        /** A string ends with its line at the latest. */
        private boolean string() {
            at++;
            while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            statement.append("\"\"");
            at++;
            return at <= text.length();
        }

        private void character(char c) {
            switch (c) {
                case '{' -> {
                    heads.push(statement.toString().strip());
                    brackets.push(depth);
                    depth = 0;
                    statement = new StringBuilder();
                }
                case '}' -> {
                    if (!heads.isEmpty()) {
                        heads.pop();
                        depth = brackets.pop();
                    }
                    statement = new StringBuilder();
                }
                case ';' -> statement = new StringBuilder();
                case '\n' -> {
                    if (depth == 0) {
                        statement = new StringBuilder();
                    }
                }
                default -> {
                    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                    statement.append(c);
                }
            }
        }
    }
}
