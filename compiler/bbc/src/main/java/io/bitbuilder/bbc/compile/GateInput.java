package io.bitbuilder.bbc.compile;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Input of a gate: the tenants of the change under the platform of the base, so that a change cannot raise its own
 * ceilings.
 *
 * @param sources the sources to check
 * @param platformChanged platform files that the change adds, modifies or deletes, which are not checked
 */
public record GateInput(SourceSet sources, List<SourceFile> platformChanged) {
    /** Copies. */
    public GateInput {
        platformChanged = List.copyOf(platformChanged);
    }

    /** Combines tenants and locks of the change with the platform of the base. */
    public static GateInput underBase(SourceSet base, SourceSet change) {
        List<SourceFile> programs = new ArrayList<>(
                base.programs().stream().filter(GateInput::isPlatform).toList());
        List<SourceFile> mine =
                change.programs().stream().filter(GateInput::isPlatform).toList();
        List<SourceFile> changed = changed(programs, mine);
        change.programs().stream().filter(f -> !isPlatform(f)).forEach(programs::add);
        return new GateInput(new SourceSet(programs, change.metadata(), change.locks(), base.limits()), changed);
    }

    private static boolean isPlatform(SourceFile file) {
        return !(file.owner() instanceof Owner.Tenant);
    }

    private static List<SourceFile> changed(List<SourceFile> before, List<SourceFile> after) {
        SortedMap<String, SourceFile> gone = new TreeMap<>();
        before.forEach(f -> gone.put(f.path(), f));
        List<SourceFile> changed = new ArrayList<>();
        for (SourceFile file : after) {
            SourceFile former = gone.remove(file.path());
            if (former == null || !former.text().equals(file.text())) {
                changed.add(file);
            }
        }
        changed.addAll(gone.values());
        return changed;
    }
}
