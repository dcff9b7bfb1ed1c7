package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.core.source.UnicodeRules;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Checks that every viewer shows the same lines and characters of a decoded text as the compiler reads. */
final class TextRule {
    private final SourceFile file;
    private final Limits limits;
    private final String text;
    private final List<Finding> findings = new ArrayList<>();
    private boolean ascii = true;

    TextRule(SourceFile file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.text = file.text();
    }

    /** Returns all mistakes, in the order of the text; stops at the limit of findings for a file. */
    List<Finding> check() {
        if (text.startsWith("\ufeff")) {
            findings.add(Decoder.byteOrderMark(file));
        }
        characters(findings.isEmpty() ? 0 : 1);
        if (findings.size() < limits.of(Limit.DIAGNOSTICS_FILE_SYNTAX)) {
            normalForm();
            lines();
        }
        return findings;
    }

    private void characters(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            ascii &= c < 0x80;
            if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                add(Finding.of(Code.LONE_CARRIAGE_RETURN, new Span(file, i, i + 1), "carriage return without line feed")
                        .why("systemd and some viewers end a line there, others do not")
                        .fix("end lines with a line feed"));
                i++;
            } else if (c < 0x7f && c >= ' ' || c == '\n' || c == '\t' || c == '\r') {
                i++;
            } else {
                i = forbidden(i);
            }
            if (findings.size() >= limits.of(Limit.DIAGNOSTICS_FILE_SYNTAX)) {
                Span rest = new Span(file, i, i);
                findings.add(LimitFinding.of(
                        Limit.DIAGNOSTICS_FILE_SYNTAX,
                        limits,
                        rest,
                        "the file has too many findings and the rest is not read"));
                return;
            }
        }
    }

    /** Checks the code point at an offset; a run of forbidden ones is one finding. Returns the offset after it. */
    private int forbidden(int start) {
        int first = text.codePointAt(start);
        int end = start;
        while (end < text.length() && UnicodeRules.isForbidden(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == start) {
            return start + Character.charCount(first);
        }
        String more = end - start > Character.charCount(first) ? " and more after it" : "";
        add(Finding.of(
                        Code.FORBIDDEN_CHARACTER,
                        new Span(file, start, end),
                        "forbidden character " + UnicodeRules.describe(first) + more)
                .why("a reviewer cannot see such a character, not even in a comment")
                .fix("delete it"));
        return end;
    }

    private void normalForm() {
        if (ascii || !findings.isEmpty() || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int at = 0;
        while (at < Math.min(normal.length(), text.length() - 1) && text.charAt(at) == normal.charAt(at)) {
            at++;
        }
        int end = at + Character.charCount(text.codePointAt(at));
        add(Finding.of(
                        Code.NOT_NORMALIZED,
                        new Span(file, at, end),
                        "text is not in Unicode normal form C (NFC) from here on")
                .why("two strings that look the same must be equal")
                .fix("write the composed form of the character"));
    }

    private void lines() {
        if (file.lines() > limits.of(Limit.FILE_LINES)) {
            add(LimitFinding.of(Limit.FILE_LINES, limits, file.start(), "the file has " + file.lines() + " lines"));
        }
        long max = limits.of(Limit.LINE_BYTES);
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            // A char is three bytes of UTF-8 at most.
            if ((end - start) * 3L > max && utf8Bytes(start, end) > max) {
                add(LimitFinding.of(
                        Limit.LINE_BYTES,
                        limits,
                        new Span(file, start, start),
                        "the line has " + utf8Bytes(start, end) + " bytes"));
                return;
            }
            start = end + 1;
        }
    }

    private long utf8Bytes(int start, int end) {
        long bytes = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            // Each lone surrogate counts as two of its four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private void add(Finding finding) {
        findings.add(finding);
    }
}
