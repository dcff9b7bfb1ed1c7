package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a continued line the marked text is where the word is written; the line of systemd is named besides. */
class ContinuedLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ExecStart=/usr/bin/true %2 \\;  --a \\;  --b|3|%2|5",
                "ExecStart=/usr/bin/true \\; # comment;  %2 \\;  --b|5|%2|6",
                "After=x.service \\; b c.service|4|b|4",
                "ExecSart=/usr/bin/true \\; ExecSart|3|ExecSart|4",
                "ExecStart=/usr/bin/true %2|3|%2|3"
            })
    void theWordIsMarked(String lines, int line, String marked, int reported) {
        String section = lines.startsWith("After") ? "[Service]\nExecStart=/bin/a\n[Unit]\n" : "#\n[Service]\n";
        String text = section + lines.replace(';', '\n') + "\n";
        List<Finding> findings =
                Verifier.verify(Map.of("a.service", text.getBytes(StandardCharsets.UTF_8)), 262).stream()
                        .filter(f ->
                                !f.code().id().equals("SYS009") || f.message().contains("%2"))
                        .toList();
        Finding first = findings.getFirst();
        assertEquals(marked, first.primary().span().text());
        int shift = lines.startsWith("After") ? 1 : 0;
        assertEquals(line + shift, first.primary().span().line());
        assertEquals(reported + shift, ReportedLine.of(first));
    }
}
