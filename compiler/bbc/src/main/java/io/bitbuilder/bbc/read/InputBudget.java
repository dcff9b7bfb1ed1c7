package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Number and size of the files that a run may read. It is asked before a file is opened, with the size that the file
 * system or the header of the Git object states, so that what exceeds a limit costs nothing. Each limit is reported
 * once, at the first file that exceeds it.
 */
public final class InputBudget {
    private final Limits limits;
    private final Consumer<Finding> findings;
    private final Map<Owner, Used> owners = new HashMap<>();
    private final Used run = new Used();
    private final Set<Limit> exceeded = new HashSet<>();
    private long entries;

    /** Files and bytes of an owner or of the run. */
    private static final class Used {
        private long files;
        private long bytes;
        private boolean full;
    }

    /** Creates an unused budget. */
    public InputBudget(Limits limits, Consumer<Finding> findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Returns whether one more entry of a folder may be looked at, whatever it is; its path is asked for a report. */
    public boolean entry(Supplier<String> path) {
        entries++;
        long most = limits.of(Limit.FLEET_ENTRIES);
        return entries <= most
                || run(
                        Limit.FLEET_ENTRIES,
                        entries,
                        path.get(),
                        "the folders of the input have more than " + most + " entries");
    }

    /** Returns whether no file of the owner of this path may be read any more: its size need not be asked for. */
    public boolean isFull(String path) {
        Used used = owners.get(Owner.of(path));
        return used != null && used.full
                || exceeded.contains(Limit.FLEET_FILES)
                || exceeded.contains(Limit.FLEET_BYTES);
    }

    /** Returns whether an input file of that size may be read. */
    public boolean file(String path, long size) {
        Owner owner = Owner.of(path);
        Used used = owners.computeIfAbsent(owner, o -> new Used());
        // No more than this is read of a file, and a larger one is an error.
        long bytes = Math.min(size, limits.of(Limit.FILE_BYTES) + 1);
        used.files++;
        used.bytes += bytes;
        run.files++;
        run.bytes += bytes;
        boolean tenant = !(owner instanceof Owner.Tenant)
                || own(used, Limit.TENANT_FILES, used.files, path, "the tenant has too many input files")
                        && own(used, Limit.TENANT_BYTES, used.bytes, path, "the tenant's input files are too large");
        return tenant
                && run(Limit.FLEET_FILES, run.files, path, "there are " + run.files + " input files up to this one")
                && run(
                        Limit.FLEET_BYTES,
                        run.bytes,
                        path,
                        "the input files up to this one have " + run.bytes + " bytes");
    }

    private boolean own(Used used, Limit limit, long count, String path, String what) {
        if (!used.full && count > limits.of(limit)) {
            used.full = true;
            report(limit, path, what);
        }
        return !used.full;
    }

    private boolean run(Limit limit, long count, String path, String what) {
        if (count > limits.of(limit) && exceeded.add(limit)) {
            report(limit, path, what);
        }
        return !exceeded.contains(limit);
    }

    private void report(Limit limit, String path, String what) {
        findings.accept(LimitFinding.of(limit, limits, new SourceFile(path, Owner.of(path), "").start(), what));
    }
}
