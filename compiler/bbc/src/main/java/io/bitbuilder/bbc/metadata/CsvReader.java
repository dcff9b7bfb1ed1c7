package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Strict reader of CSV (RFC 4180): cells between commas, in quotes if they hold a comma, a quote (doubled) or a line
 * end; the first line names the columns, and each row has as many cells.
 */
final class CsvReader {
    private final SourceFile file;
    private final Limits limits;
    private final Findings findings;
    private final String text;
    private int at;
    private long cells;

    private CsvReader(SourceFile file, Limits limits, Findings findings) {
        this.file = file;
        this.limits = limits;
        this.findings = findings;
        this.text = file.text();
    }

    /** Returns a list of records; empty, with one finding, if the file is not such CSV. */
    static Optional<Expr> read(SourceFile file, Limits limits, Findings findings) {
        CsvReader reader = new CsvReader(file, limits, findings);
        try {
            return Optional.of(reader.table());
        } catch (Mistake mistake) {
            findings.add(mistake.finding);
            return Optional.empty();
        }
    }

    private Expr table() throws Mistake {
        List<Expr.Datum> names = row();
        Set<String> seen = new HashSet<>();
        for (Expr.Datum name : names) {
            if (!MetadataNames.isIdentifier(name.text()) || !seen.add(name.text())) {
                throw new Mistake(Finding.of(
                                Code.INVALID_DATA_FILE,
                                name.span(),
                                (seen.contains(name.text()) ? "duplicate" : "invalid") + " name of a column `"
                                        + name.text() + "`")
                        .why("the first line names the fields of each row")
                        .fix("write a name of letters, digits and `-` once, like `name,size`"));
            }
        }
        List<Expr> rows = new ArrayList<>();
        while (at < text.length()) {
            List<Expr.Datum> row = row();
            Span span = row.getFirst().span().to(row.getLast().span());
            if (row.size() != names.size()) {
                throw new Mistake(Finding.of(
                                Code.INVALID_DATA_FILE,
                                span,
                                "row of " + row.size() + " cells, expected " + names.size())
                        .also(names.getFirst().span().to(names.getLast().span()), "names of the columns")
                        .why("each row has a cell for each column; an empty one is `none` where the type is optional")
                        .fix("add or remove a comma, or put the cell with the comma in quotes"));
            }
            List<Expr.RecordField> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Expr.Datum cell = row.get(i);
                fields.add(new Expr.RecordField(new Name(names.get(i).text(), cell.span()), cell, cell.span()));
            }
            rows.add(new Expr.RecordOf(fields, span));
        }
        return DataFile.list(rows, file);
    }

    private List<Expr.Datum> row() throws Mistake {
        List<Expr.Datum> row = new ArrayList<>();
        do {
            row.add(cell());
        } while (at < text.length() && text.charAt(at++) == ',');
        return row;
    }

    /** Reads a cell, up to its comma or the end of its line. */
    private Expr.Datum cell() throws Mistake {
        if (++cells > limits.fileTokens()) {
            throw new Mistake(
                    LimitFinding.of(Limit.FILE_TOKENS, limits, new Span(file, at, at), "the file has too many cells"));
        }
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(start);
        }
        while (at < text.length() && ",\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                throw quote(at);
            }
            at++;
        }
        int end = at > start && at < text.length() && text.charAt(at) == '\n' && text.charAt(at - 1) == '\r'
                ? at - 1
                : at;
        return new Expr.Datum(text.substring(start, end), false, new Span(file, start, end));
    }

    private Expr.Datum quoted(int start) throws Mistake {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(text.charAt(at++));
            } else {
                Span span = new Span(file, start, at);
                at += text.startsWith("\r\n", at) ? 1 : 0;
                if (at < text.length() && ",\n".indexOf(text.charAt(at)) < 0) {
                    throw quote(at);
                }
                return new Expr.Datum(cell.toString(), false, span);
            }
        }
        throw quote(start);
    }

    private Mistake quote(int offset) {
        return new Mistake(
                Finding.of(Code.INVALID_DATA_FILE, new Span(file, offset, offset + 1), "unmatched quote in a cell")
                        .why("a cell is wholly in quotes or without any; a quote inside is doubled")
                        .fix("write the cell like `\"5 \"\"GiB\"\"\"`"));
    }

    /** Signals a mistake, after which nothing of the file is used. */
    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        private Mistake(Finding finding) {
            super("invalid data");
            this.finding = finding;
        }
    }
}
