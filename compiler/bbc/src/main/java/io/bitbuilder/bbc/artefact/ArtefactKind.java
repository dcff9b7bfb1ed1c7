package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;
import java.util.Optional;

/**
 * Kind of files in a compiled tree: a row of {@code artefacts.tsv}.
 *
 * @param id name in the compiler, {@code raw-slice}
 * @param path pattern of the paths in the tree
 * @param role what a host does with the unit of the file; empty if the file is part of no unit, or belongs to the unit
 *     in whose folder it is
 * @param reader unit of the daemon that reads the files; empty if none does
 * @param content file types of the catalogue whose directives the files may hold, the first match wins; columns for a
 *     table
 * @param template template in {@code stdlib/templates} without {@code .vm}; empty if the files have none
 * @param file name of the file in {@code writes}; empty if no field writes to such files
 * @param writers kinds of blocks that make such files, for each block one
 * @param impacts effect of a change on a running host; the last rule is for all changes
 */
public record ArtefactKind(
        String id,
        PathPattern path,
        Optional<Role> role,
        Optional<String> reader,
        List<String> content,
        Optional<String> template,
        String file,
        List<String> writers,
        List<ImpactRule> impacts) {
    private static final String NO_SECTIONS = "extension-release";

    /** Copies. */
    public ArtefactKind {
        content = List.copyOf(content);
        writers = List.copyOf(writers);
        impacts = List.copyOf(impacts);
        if (impacts.isEmpty() || !impacts.getLast().isForAll()) {
            throw new InternalFault("kind of files " + id + ": the last impact must be for all changes");
        }
    }

    /**
     * Returns the kind of an id.
     *
     * @throws InternalFault if the table has none
     */
    public static ArtefactKind of(String id) {
        return ArtefactTable.shipped().find(id);
    }

    /** Returns the kind of the file at a path of the tree. */
    public static ArtefactKind at(String path) {
        return ArtefactTable.shipped().at(path);
    }

    /**
     * Returns the kind that {@code writes "file/…"} means in a kind of blocks; empty when its blocks make no such file.
     */
    public static Optional<ArtefactKind> written(String block, String file) {
        return all().stream()
                .filter(k -> k.file.equals(file) && k.writers.contains(block))
                .findFirst();
    }

    /** Returns all kinds in the order of the table. */
    public static List<ArtefactKind> all() {
        return ArtefactTable.shipped().kinds();
    }

    /**
     * Checks that an artefact is at a path of its kind.
     *
     * @throws InternalFault if the path belongs to another kind
     */
    public static void require(Artefact artefact) {
        ArtefactKind found = at(artefact.path());
        if (!found.id.equals(artefact.kind().id)) {
            throw new InternalFault(artefact.path() + " is a file of kind " + artefact.kind().id
                    + ", but artefacts.tsv has its path under " + found.id);
        }
    }

    /** Returns whether the files follow from other files of the tree, which a plan shows. */
    public boolean isManifest() {
        return id.endsWith("-manifest");
    }

    /** Returns false for a file of assignments alone, without banner or headers. */
    public boolean hasSections() {
        return !content.contains(NO_SECTIONS);
    }

    /** Returns the rule for a directive. */
    public ImpactRule impact(String section, String key) {
        return impacts.stream().filter(r -> r.matches(section, key)).findFirst().orElseThrow();
    }

    /** Returns the rule for a directive with that kind of change if there is one, else the rule for the directive. */
    public ImpactRule impact(String section, String key, String change) {
        ImpactRule rule = impact(section, key + change);
        return !change.isEmpty() && rule.key().equals(key + change) ? rule : impact(section, key);
    }

    @Override
    public String toString() {
        return id;
    }
}
