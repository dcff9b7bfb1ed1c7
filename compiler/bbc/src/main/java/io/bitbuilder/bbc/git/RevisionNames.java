package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Names of revisions (gitrevisions(7)) that cannot stand for something else. Anyone who may push can make a tag called
 * like a branch, and Git and JGit would prefer the tag.
 */
final class RevisionNames {
    /** Places of a short name, in the order of gitrevisions(7). */
    private static final List<String> PLACES = List.of("refs/", "refs/tags/", "refs/heads/", "refs/remotes/");

    private static final Pattern FULL_ID = Pattern.compile("[0-9a-fA-F]{40}");

    private RevisionNames() {}

    /** Refuses names that search, that depend on the reflog, or that name something other than a commit. */
    static void refuseOdd(String name) {
        boolean odd = name.isEmpty()
                || name.startsWith("-")
                || name.contains("@{")
                || name.contains("^{")
                || name.contains(":")
                || name.chars().anyMatch(c -> c <= ' ' || c >= 0x7f);
        if (odd) {
            throw new EnvironmentFault(
                    "'" + name + "' is not a supported revision: write a branch, a tag or a commit id");
        }
    }

    /** Refuses a short name of more than one ref, and one of both a ref and a commit id. */
    static void refuseAmbiguous(Repository repository, String name) throws IOException {
        String ref = name.split("[~^]", 2)[0];
        if (ref.startsWith("refs/")
                || ref.equals("HEAD")
                || FULL_ID.matcher(ref).matches()) {
            return;
        }
        List<String> meanings = new ArrayList<>();
        for (String place : PLACES) {
            Ref found = repository.getRefDatabase().exactRef(place + ref);
            if (found != null) {
                meanings.add(found.getName());
            }
        }
        if (!meanings.isEmpty() && AbbreviatedObjectId.isId(ref)) {
            try (ObjectReader reader = repository.newObjectReader()) {
                reader.resolve(AbbreviatedObjectId.fromString(ref)).forEach(id -> meanings.add("object " + id.name()));
            }
        }
        if (meanings.size() > 1) {
            throw new EnvironmentFault("ambiguous revision '" + name + "' (" + String.join(", ", meanings)
                    + "); write the full name of the ref, or the commit id");
        }
    }
}
