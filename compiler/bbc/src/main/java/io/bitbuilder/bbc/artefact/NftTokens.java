package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Token streams of nft files: words, braces, and {@code ;} for the end of a statement or a line. One stream comes from
 * the artefact, the other from bytes; they must be equal.
 */
public final class NftTokens {
    private static final String END = ";";

    private NftTokens() {}

    /** Token with the origin of its rule (from an artefact) or its line, counted from 1 (from bytes). */
    public record Token(String text, int line, Optional<Origin> origin) {}

    /** Returns the tokens of an artefact; their lines are 0. */
    public static List<Token> meant(NftFile file) {
        List<Token> out = new ArrayList<>();
        for (NftFile.Table table : file.tables()) {
            open(out, NftWord.sentence("table ? bbc", table.family()));
            table.blocks().forEach(block -> block(out, block));
            close(out);
        }
        file.elements().forEach(element -> statement(out, element.words(), Optional.of(element.origin())));
        return out;
    }

    private static void block(List<Token> out, NftBlock block) {
        open(out, List.of(block.keyword(), block.name()));
        block.rules().forEach(rule -> statement(out, rule.words(), Optional.of(rule.origin())));
        close(out);
    }

    private static void open(List<Token> out, List<NftWord> head) {
        head.forEach(word -> out.add(new Token(word.text(), 0, Optional.empty())));
        out.add(new Token("{", 0, Optional.empty()));
    }

    private static void close(List<Token> out) {
        out.add(new Token("}", 0, Optional.empty()));
        out.add(new Token(END, 0, Optional.empty()));
    }

    private static void statement(List<Token> out, List<NftWord> words, Optional<Origin> origin) {
        words.forEach(word -> out.add(new Token(word.text(), 0, origin)));
        out.add(new Token(END, 0, origin));
    }

    /** Returns the tokens of a rendered file. */
    public static List<Token> read(String text) {
        List<Token> out = new ArrayList<>();
        int line = 0;
        for (String row : text.split("\n", -1)) {
            line++;
            if (!row.startsWith("#")) {
                row(out, row, line);
            }
        }
        return out;
    }

    private static void row(List<Token> out, String row, int line) {
        StringBuilder word = new StringBuilder();
        for (char c : row.toCharArray()) {
            if (c == ' ' || c == '\t' || c == ';') {
                flush(out, word, line);
                if (c == ';') {
                    end(out, line);
                }
            } else {
                word.append(c);
            }
        }
        flush(out, word, line);
        end(out, line);
    }

    private static void flush(List<Token> out, StringBuilder word, int line) {
        if (!word.isEmpty()) {
            out.add(new Token(word.toString(), line, Optional.empty()));
            word.setLength(0);
        }
    }

    private static void end(List<Token> out, int line) {
        boolean within = !out.isEmpty()
                && !out.getLast().text().equals(END)
                && !out.getLast().text().equals("{");
        if (within) {
            out.add(new Token(END, line, Optional.empty()));
        }
    }
}
