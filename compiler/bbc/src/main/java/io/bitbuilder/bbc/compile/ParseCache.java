package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parsed files of a fleet by path, each parsed again only when its text has changed. Safe for use by several threads.
 */
public final class ParseCache {
    private final Map<String, Parsed> files = new ConcurrentHashMap<>();

    private record Parsed(SourceUnit unit, Limits limits, List<Finding> findings) {}

    /** Returns the unit of a program, or of a tenant in JSON, and reports the findings of its parse each time. */
    public SourceUnit unit(SourceFile file, Limits limits, Findings findings) {
        Parsed known = files.get(file.path());
        if (known == null
                || !known.limits().equals(limits)
                || !known.unit().file().text().equals(file.text())) {
            Findings found = new Findings();
            SourceUnit unit = file.path().endsWith(".json")
                    ? MetadataReader.read(file, limits, found)
                    : Parser.parse(file, limits, found);
            known = new Parsed(unit, limits, found.all());
            files.put(file.path(), known);
        }
        findings.addAll(known.findings());
        return known.unit();
    }

    /** Returns the units of all programs and tenants in JSON, and forgets all other files. */
    List<SourceUnit> units(SourceSet sources, Findings findings) {
        List<SourceUnit> units = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (List<SourceFile> part : List.of(sources.programs(), sources.metadata())) {
            for (SourceFile file : part) {
                units.add(unit(file, sources.limits(), findings));
                paths.add(file.path());
            }
        }
        files.keySet().retainAll(paths);
        return units;
    }
}
