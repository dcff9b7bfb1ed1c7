package io.bitbuilder.bbc.compile;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
        List<RawFile> data = new ArrayList<>(
                base.data().stream().filter(GateInput::isPlatform).toList());
        List<RawFile> mineData =
                change.data().stream().filter(GateInput::isPlatform).toList();
        changed.addAll(changedData(data, mineData));
        change.data().stream().filter(f -> !isPlatform(f)).forEach(data::add);
        return new GateInput(new SourceSet(programs, change.metadata(), change.locks(), data, base.limits()), changed);
    }

    private static boolean isPlatform(RawFile file) {
        return !(Owner.of(file.path()) instanceof Owner.Tenant);
    }

    /** Returns data files of the platform that are added, modified or deleted; their content is not needed. */
    private static List<SourceFile> changedData(List<RawFile> before, List<RawFile> after) {
        SortedMap<String, byte[]> gone = new TreeMap<>();
        before.forEach(f -> gone.put(f.path(), f.bytes()));
        Set<String> changed = new TreeSet<>();
        for (RawFile file : after) {
            if (!Arrays.equals(gone.remove(file.path()), file.bytes())) {
                changed.add(file.path());
            }
        }
        changed.addAll(gone.keySet());
        return changed.stream()
                .map(path -> new SourceFile(path, Owner.PLATFORM, ""))
                .toList();
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
