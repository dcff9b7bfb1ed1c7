package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes by family, the first three letters of a code, from {@code stdlib/families.tsv}. */
final class CodeFamilies {
    private static final String RESOURCE = "/stdlib/families.tsv";
    private static final int LETTERS = 3;

    private CodeFamilies() {}

    /**
     * Returns all codes with their titles, below the headings of their families.
     *
     * @throws InternalFault if a family has no code, or a code no family
     */
    static String list() {
        Map<String, List<Code>> codes = Arrays.stream(Code.values())
                .collect(Collectors.groupingBy(c -> c.toString().substring(0, LETTERS)));
        StringBuilder out = new StringBuilder();
        subjects().forEach((family, subject) -> {
            List<Code> members = codes.remove(family);
            if (members == null) {
                throw new InternalFault("family " + family + " has no code");
            }
            out.append(out.isEmpty() ? "" : "\n")
                    .append(family)
                    .append(": ")
                    .append(subject)
                    .append('\n');
            members.forEach(c ->
                    out.append("  ").append(c).append("  ").append(c.title()).append('\n'));
        });
        if (!codes.isEmpty()) {
            throw new InternalFault("families without a heading: " + codes.keySet());
        }
        return out.toString();
    }

    private static Map<String, String> subjects() {
        try (InputStream in = CodeFamilies.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault("missing from the standard library: " + RESOURCE);
            }
            Map<String, String> subjects = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(columns -> subjects.put(columns[0], columns[1]));
            return subjects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
