package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks of the folders that determine the tenants of files: valid names, and one folder for each tenant. */
final class TenantFolders {
    private TenantFolders() {}

    /** Returns the mistake in the name of the folder of a tenant's file. */
    static Optional<Finding> invalid(RawFile file) {
        return Owner.of(file.path()) instanceof Owner.Tenant(String name)
                ? reason(name)
                        .map(reason -> Finding.of(
                                        Code.INVALID_TENANT_FOLDER,
                                        place(file),
                                        "invalid tenant folder name `" + name + "`: " + reason)
                                .why("the folder determines the tenant that a file belongs to")
                                .fix("name the folder after the tenant: a-z, 0-9 and single inner `-`, beginning "
                                        + "with a letter"))
                : Optional.empty();
    }

    /** Returns a finding for each tenant with files in more than one folder. */
    static List<Finding> duplicates(List<RawFile> inputs) {
        Map<String, RawFile> first = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        Map<String, String> reported = new TreeMap<>();
        for (RawFile file : inputs) {
            if (Owner.of(file.path()) instanceof Owner.Tenant(String name)) {
                RawFile known = first.computeIfAbsent(name, n -> file);
                String folder = Owner.folderOfTenant(file.path());
                String other = Owner.folderOfTenant(known.path());
                if (!folder.equals(other) && reported.putIfAbsent(folder, name) == null) {
                    findings.add(duplicate(name, folder, file, other, known));
                }
            }
        }
        return findings;
    }

    private static Finding duplicate(String tenant, String folder, RawFile file, String other, RawFile known) {
        return Finding.of(
                        Code.DUPLICATE_TENANT_FOLDER,
                        place(file),
                        "duplicate folder of tenant " + tenant + ": `" + other + "` and `" + folder + "`")
                .also(place(known), "the other folder")
                .why("reviewers of one folder would not see a change in the other")
                .fix("move all files of the tenant into one folder");
    }

    private static Optional<String> reason(String name) {
        if (Owner.isTenantFolder(name)) {
            return Optional.of("it begins with `" + Owner.TENANT_PREFIX + "`");
        }
        return PlainName.parse(name) instanceof Parsed.Bad<String>(Reason reason)
                ? Optional.of(reason.words())
                : Optional.empty();
    }

    private static Span place(RawFile file) {
        return new SourceFile(file.path(), Owner.of(file.path()), "").start();
    }
}
