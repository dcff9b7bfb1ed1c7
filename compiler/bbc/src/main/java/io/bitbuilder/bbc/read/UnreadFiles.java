package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Findings about files in the folders of tenants that nothing reads: one for each folder. */
final class UnreadFiles {
    private static final int SHOWN = 3;

    private UnreadFiles() {}

    /** Returns the findings; folders of tenants without input, such as those of a compiled tree, have none. */
    static List<Finding> among(Collection<RawFile> files, List<RawFile> inputs) {
        TreeSet<String> tenants = inputs.stream()
                .map(RawFile::path)
                .filter(path -> Owner.of(path) instanceof Owner.Tenant)
                .map(Owner::folderOfTenant)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, TreeSet<String>> byFolder = new TreeMap<>();
        files.stream()
                .map(RawFile::path)
                .filter(path -> InputName.of(path) instanceof InputName.Unread)
                .filter(path -> tenants.contains(Owner.folderOfTenant(path)))
                .forEach(path -> byFolder.computeIfAbsent(folder(path), f -> new TreeSet<>())
                        .add(path.substring(folder(path).length() + 1)));
        return byFolder.entrySet().stream().map(UnreadFiles::finding).toList();
    }

    private static Finding finding(Map.Entry<String, TreeSet<String>> folder) {
        List<String> names = new ArrayList<>(folder.getValue());
        String path = folder.getKey() + "/" + names.getFirst();
        int more = names.size() - SHOWN;
        return Finding.of(
                        Code.UNREAD_FILE,
                        new SourceFile(path, Owner.of(path), "").start(),
                        "unread " + (names.size() == 1 ? "file" : "files") + " in `" + folder.getKey() + "`: "
                                + String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)))
                                + (more > 0 ? " and " + more + " more" : ""))
                .why("bbc reads `*.bbc` and `metadata.json`; other files of a tenant reach no host and no guest")
                .fix("declare its content in a field, put it in the image or an extension, or delete it");
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
