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
import java.util.stream.Stream;

/** Findings about files and hidden folders of tenants that nothing reads: one for each folder. */
public final class UnreadFiles {
    private static final int SHOWN = 3;

    private UnreadFiles() {}

    /** Returns the findings; folders of tenants without input, such as those of a compiled tree, have none. */
    static List<Finding> among(Collection<RawFile> files, List<RawFile> inputs) {
        TreeSet<String> tenants = inputs.stream()
                .map(RawFile::path)
                .filter(path -> Owner.of(path) instanceof Owner.Tenant)
                .map(Owner::folderOfTenant)
                .collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, TreeSet<String>> byFolder = byFolder(files.stream()
                .map(RawFile::path)
                .filter(path -> InputName.of(path) instanceof InputName.Unread)
                .filter(path -> tenants.contains(Owner.folderOfTenant(path)) || isOfPlatform(path)));
        return Stream.concat(
                        byFolder.entrySet().stream().map(UnreadFiles::finding),
                        withoutInput(files, tenants).values().stream())
                .toList();
    }

    private static boolean isOfPlatform(String path) {
        return Owner.of(path) instanceof Owner.Platform;
    }

    /** Returns the findings about data files that no program names. */
    public static List<Finding> unnamed(List<RawFile> files) {
        return byFolder(files.stream().map(RawFile::path)).entrySet().stream()
                .map(UnreadFiles::finding)
                .toList();
    }

    private static SortedMap<String, TreeSet<String>> byFolder(Stream<String> paths) {
        SortedMap<String, TreeSet<String>> byFolder = new TreeMap<>();
        paths.forEach(path -> byFolder.computeIfAbsent(folder(path), f -> new TreeSet<>())
                .add(path.substring(folder(path).isEmpty() ? 0 : folder(path).length() + 1)));
        return byFolder;
    }

    /** Returns the folders beside those of tenants that hold files, but none that is read. */
    private static SortedMap<String, Finding> withoutInput(Collection<RawFile> files, TreeSet<String> tenants) {
        TreeSet<String> parents =
                tenants.stream().map(UnreadFiles::folder).collect(Collectors.toCollection(TreeSet::new));
        SortedMap<String, Finding> found = new TreeMap<>();
        files.stream()
                .map(RawFile::path)
                .filter(InputName::isUnnamed)
                .filter(path -> Owner.of(path) instanceof Owner.Tenant)
                .filter(path -> !tenants.contains(Owner.folderOfTenant(path)))
                .filter(path -> parents.contains(folder(Owner.folderOfTenant(path))))
                .sorted()
                .forEach(path -> found.computeIfAbsent(Owner.folderOfTenant(path), f -> withoutInput(f, path)));
        return found;
    }

    private static Finding withoutInput(String folder, String path) {
        return Finding.of(
                        Code.FOLDER_WITHOUT_TENANT,
                        new SourceFile(path, Owner.of(path), "").start(),
                        "no file of the folder `" + folder + "` declares its tenant")
                .why("bbc reads `*.bbc` and `metadata.json`; hosts stop and remove the workloads of a tenant that is "
                        + "not declared")
                .fix("rename the file, or delete the folder");
    }

    private static Finding finding(Map.Entry<String, TreeSet<String>> folder) {
        List<String> names = new ArrayList<>(folder.getValue());
        boolean root = folder.getKey().isEmpty();
        String path = (root ? "" : folder.getKey() + "/") + names.getFirst().replace("/", "");
        String what = names.size() > 1 ? "files" : names.getFirst().endsWith("/") ? "hidden folder" : "file";
        int more = names.size() - SHOWN;
        return Finding.of(
                        Code.UNREAD_FILE,
                        new SourceFile(path, Owner.of(path), "").start(),
                        "unread " + what + " in `" + (root ? "." : folder.getKey()) + "`: "
                                + String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)))
                                + (more > 0 ? " and " + more + " more" : ""))
                .why("bbc reads `*.bbc` and `metadata.json` outside of hidden folders; other files of a tenant reach "
                        + "no host and no guest")
                .fix("declare its content in a field, put it in the image or an extension, or delete it");
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('/', path.length() - 2), 0));
    }
}
