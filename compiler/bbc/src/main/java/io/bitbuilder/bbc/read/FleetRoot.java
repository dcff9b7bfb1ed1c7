package io.bitbuilder.bbc.read;

import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Root of the fleet that a folder belongs to. Owners follow from paths below the root, and the checks need the platform
 * and all tenants, so every command reads the fleet from its root, whichever folder it is started in or given.
 *
 * <ul>
 *   <li>The root is the outermost folder with a folder {@code platform} or {@code tenants} or with programs.
 *   <li>A folder within it that has a folder {@code platform} is a fleet of its own, unless it is in a tenant's folder:
 *       a tenant cannot become the platform.
 *   <li>Without a repository, which bounds the search, a folder counts only if the way to it leads through the folders
 *       of a fleet, and it is less certain with {@code tenants} alone.
 * </ul>
 */
public final class FleetRoot {
    private static final String PLATFORM = "platform";
    private static final String TENANTS = "tenants";
    private static final Set<String> PARTS = Set.of(PLATFORM, TENANTS, "lib", "locks");

    private final Folders folders;
    private final String start;
    private final boolean bounded;

    private FleetRoot(Folders folders, String start, boolean bounded) {
        this.folders = folders;
        this.start = start;
        this.bounded = bounded;
    }

    /** Folders of one state of the sources; paths have no outer {@code /}, and the empty path is the top. */
    public interface Folders {
        /** Returns whether a folder exists. */
        boolean exists(String folder);

        /** Returns whether a folder directly contains a program, {@code *.bbc}. */
        boolean hasProgram(String folder);

        /** Returns whether a folder contains the folders of a fleet. */
        default boolean isFleet(String folder) {
            return exists(below(folder, PLATFORM)) || exists(below(folder, TENANTS));
        }
    }

    private record Found(String folder, boolean certain) {}

    /**
     * Returns the root of the fleet; empty if neither the folder nor one that encloses it looks like a fleet.
     *
     * @param start a folder, which need not exist
     * @param bounded whether the top is that of a repository
     */
    public static Optional<String> of(Folders folders, String start, boolean bounded) {
        return new FleetRoot(folders, start, bounded).search();
    }

    private Optional<String> search() {
        Optional<Found> found = Optional.empty();
        for (String folder : enclosing()) {
            String next = next(folder);
            if (bounded || next.isEmpty() || isPart(next)) {
                found = found.isEmpty() ? first(folder, next) : Optional.of(inner(found.get(), folder, next));
            }
        }
        return found.map(Found::folder);
    }

    private Optional<Found> first(String folder, String next) {
        if (folders.exists(below(folder, PLATFORM)) || folders.hasProgram(folder)) {
            return Optional.of(new Found(folder, true));
        }
        return Owner.isTenantFolder(next) || folders.exists(below(folder, TENANTS))
                ? Optional.of(new Found(folder, bounded))
                : Optional.empty();
    }

    private Found inner(Found outer, String folder, String next) {
        boolean ofTenant = isOfTenant(outer.folder(), folder);
        if (folders.exists(below(folder, PLATFORM))) {
            return ofTenant && outer.certain() ? outer : new Found(folder, true);
        }
        return ofTenant || outer.certain() ? outer : first(folder, next).orElse(outer);
    }

    /** Returns the folders from the top to the start. */
    private List<String> enclosing() {
        List<String> all = new ArrayList<>(List.of(""));
        for (int slash = start.indexOf('/'); slash >= 0; slash = start.indexOf('/', slash + 1)) {
            all.add(start.substring(0, slash));
        }
        if (!start.isEmpty()) {
            all.add(start);
        }
        return all;
    }

    /** Returns the name after a folder on the way to the start; empty at its end. */
    private String next(String folder) {
        String rest = start.substring(folder.length());
        return rest.isEmpty() ? "" : rest.substring(folder.isEmpty() ? 0 : 1).split("/", 2)[0];
    }

    private static boolean isPart(String name) {
        return PARTS.contains(name) || Owner.isTenantFolder(name);
    }

    private static boolean isOfTenant(String root, String folder) {
        String path = folder.substring(root.isEmpty() ? 0 : root.length() + 1);
        return Owner.of(path + "/x") instanceof Owner.Tenant;
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
