package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.oracle.OracleComplaint;
import java.util.regex.Pattern;

/**
 * Complaints of a program of systemd that depend on its machine or on other files: no offline check can report them, so
 * the comparison excludes them.
 */
final class HostComplaintFilter {
    private static final Pattern WORDS = Pattern.compile(String.join(
            "|",
            // programs, users, units and files that are not on the oracle's host
            "is not executable",
            "^Command .* (is not|does not)",
            "Unknown (user|group)",
            "not found\\.?$",
            "Failed to (look up|resolve) (user|group)",
            "service unit for the socket cannot be loaded",
            "Failed to create .*/start:",
            "(?<!ignoring network device: )No such (file|device)",
            "Failed to open",
            "NetDev could not be found",
            "Cannot resolve (user|group) name",
            "default key isn't available",
            "mode that is too permissive",
            "please create GID",
            "No free (user|group) ID",
            "mkfs binary",
            "^Couldn't find target partition",
            "^Suppressing",
            "ordering cycle",
            "Failed to (determine|read) ",
            "DNS server string '[^']*%",
            "is not a btrfs filesystem",
            "libcryptsetup not found",
            "^Failed to resolve /",
            "^Failed to resolve \\$BOOT",
            "^ProtectVersion= string is not valid, ignoring: $",
            // a word about a default, not about a mistake
            "Assuming same value as in source specification",
            // names that two samples share
            "was already configured by",
            "Duplicate line",
            "already used by",
            "number pair conflicts with others",
            "Two services allocated for the same bus name",
            "Failed to put bus name"));

    /** Said after another complaint, as a rule. */
    private static final Pattern FOLLOWING =
            Pattern.compile("failed to load properly, please adjust|has a bad unit file setting|Failed to parse file");

    private HostComplaintFilter() {}

    /** Returns whether the line only summarizes another complaint; alone it counts as one. */
    static boolean follows(OracleComplaint complaint) {
        return FOLLOWING.matcher(complaint.words()).find();
    }

    static boolean is(OracleComplaint complaint) {
        return WORDS.matcher(complaint.words()).find();
    }
}
