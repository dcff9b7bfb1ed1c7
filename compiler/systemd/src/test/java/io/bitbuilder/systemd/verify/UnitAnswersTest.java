package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.LineChecker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Recorded answers of {@code systemd-analyze verify} (systemd 262) about single values of units: {@code bad} when it
 * complains about the line. The grammars must agree.
 */
class UnitAnswersTest {
    private final LineChecker checker = new LineChecker(Catalogue.load(), ValueGrammars.load(), Catalogue.NEWEST);

    @Test
    void bbcReportsTheValuesThatSystemdReports() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> rows = rows();
        for (String row : rows) {
            String[] columns = row.split("\t", -1);
            if (!ours(columns).equals(columns[4])) {
                wrong.add(row);
            }
        }
        assertTrue(rows.size() > 1500, "the table is short");
        assertEquals(List.of(), wrong);
    }

    private String ours(String[] columns) {
        String name = "d1." + columns[0];
        FileKind kind = FileKinds.of("systemd/system/" + name).orElseThrow();
        Directive directive = checker.find(kind, columns[1], columns[2]).orElseThrow();
        boolean advised = directive.lifespan().deprecatedIn(checker.target());
        boolean said = checker.judge(directive, name, columns[3]).stream().anyMatch(c -> c.effect() != Effect.SILENT);
        return advised || said ? "bad" : "good";
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = UnitAnswersTest.class.getResourceAsStream("/directive/answers-units.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
