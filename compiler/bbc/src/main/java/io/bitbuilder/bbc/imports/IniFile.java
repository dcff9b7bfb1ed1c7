package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** File with sections, as systemd reads it; all sections are known, so that no line is skipped. */
final class IniFile {
    private static final Pattern HEADER = Pattern.compile("(?m)^[ \t]*\\[([^\\]\n]*)\\]");

    private final KeyMapping mapping;
    private final TenantDraft tenant;
    private final ConfFile conf;

    private IniFile(SourceFile file, TenantDraft tenant) {
        Set<String> sections = HEADER.matcher(file.text())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        // Without a section all lines are outside of one, and noted as such.
        sections.add("Unit");
        this.mapping = new KeyMapping(file, tenant);
        this.tenant = tenant;
        this.conf = ConfReader.read(
                file.path(), file.text().getBytes(StandardCharsets.UTF_8), new Dialect(sections, Set.of()));
    }

    /** Reads a file; lines that are no assignments become comments of the tenant. */
    static IniFile read(SourceFile file, TenantDraft tenant) {
        IniFile ini = new IniFile(file, tenant);
        ini.conf
                .syntaxErrors()
                .forEach(error -> ini.mapping.note(
                        tenant,
                        new Item.Scalar("", error.span().line()),
                        error.span().text() + ": " + error.reason()));
        return ini;
    }

    /** Returns the last value of a key. */
    Optional<String> value(String section, String key) {
        return conf.last(section, key).map(Assignment::value);
    }

    /** Returns whether there is such a section. */
    boolean has(String section) {
        return !conf.sections(section).isEmpty();
    }

    /** Maps the keys of some sections to a block by the sources of the table; others are comments. */
    void map(Map<String, String> sources, Draft draft) {
        for (Assignment line : conf.assignments()) {
            Item item = item(line);
            String source = sources.get(line.section());
            if (source != null && isReset(line)) {
                mapping.note(draft, item, text(line) + ": an empty assignment after it resets the list");
            } else if (source != null) {
                mapping.key(source, line.key(), item, draft);
            } else {
                mapping.note(draft, item, text(line) + ": unknown section");
            }
        }
    }

    /** Returns whether a later assignment of the key is empty. */
    private boolean isReset(Assignment line) {
        return !line.value().isEmpty()
                && conf.assignments().stream()
                        .filter(other -> other.section().equals(line.section())
                                && other.key().equals(line.key()))
                        .anyMatch(other -> other.value().isEmpty() && other.line() > line.line());
    }

    /** Makes a comment of each line. */
    void note(String reason) {
        conf.assignments().forEach(line -> mapping.note(tenant, item(line), text(line) + ": " + reason));
    }

    private static String text(Assignment line) {
        return "[" + line.section() + "] " + line.key() + " = " + line.value();
    }

    private static Item item(Assignment line) {
        return new Item.Scalar(line.value(), line.line());
    }
}
