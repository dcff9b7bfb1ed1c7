package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Complaints of a host's programs about the tree, read from its journal. A line counts when it carries the place in a
 * configuration file (systemd.journal-fields(7): CONFIG_FILE=), when its text begins a complaint with one of our files
 * and a line number, or when it is a warning or worse about one of our units, files or links.
 */
final class HostComplaints {
    /**
     * No complaints about the tree: without the controller "pids", PID 1 cannot read it for any unit; a link may vanish
     * while resolved reads what networkd knows about it.
     */
    private static final Pattern ABOUT_NO_FILE =
            Pattern.compile("systemd: .*Failed to read pids\\.max for control group .*, ignoring: No data available"
                    + "|systemd-resolved: .*: Failed to read .*, (?:ignoring|proceeding anyway): "
                    + "No such file or directory");

    private static final int WARNING = 4;

    private final LiveHost host;

    HostComplaints(LiveHost host) {
        this.host = host;
    }

    /** Returns the complaints since the boot, or since the last call. */
    List<String> since(HostTree tree) {
        Set<String> names = names(tree);
        Pattern place = Pattern.compile(
                "\\S*/(?:" + String.join("|", names.stream().map(Pattern::quote).toList()) + "):[0-9]+: .*",
                Pattern.DOTALL);
        List<JsonAnswer> records = host.attempt("""
                touch /run/bbc-judged
                journalctl --boot --no-pager --output=json --cursor-file=/run/bbc-judged \
                    --output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,CONFIG_FILE,CONFIG_LINE,UNIT,INTERFACE
                """).lines().stream()
                .filter(line -> line.startsWith("{"))
                .map(JsonAnswer::parse)
                .toList();
        return records.stream()
                .filter(line -> isComplaint(line, names, place))
                .map(HostComplaints::show)
                .toList();
    }

    private static boolean isComplaint(JsonAnswer line, Set<String> names, Pattern place) {
        String text = line.text("MESSAGE");
        if (!line.text("CONFIG_FILE").isEmpty() || place.matcher(text).matches()) {
            return true;
        }
        String program = line.text("SYSLOG_IDENTIFIER");
        if (program.equals("kernel")
                || ABOUT_NO_FILE.matcher(program + ": " + text).matches()) {
            return false;
        }
        boolean ours = names.contains(line.text("UNIT"))
                || names.contains(line.text("INTERFACE"))
                || names.stream().anyMatch(text::contains);
        String priority = line.text("PRIORITY");
        return ours && !priority.isEmpty() && Integer.parseInt(priority) <= WARNING;
    }

    /** Files of the tree by their last name, instances of units, and links. */
    private static Set<String> names(HostTree tree) {
        Set<String> names = new TreeSet<>();
        for (String file : tree.files(path -> path.startsWith("systemd/"))) {
            for (String part : file.split("/")) {
                if (part.contains(".")) {
                    names.add(part.endsWith(".d") ? part.substring(0, part.length() - 2) : part);
                }
            }
            names.addAll(file.startsWith("systemd/network/") ? tree.values(file, "Name") : List.of());
        }
        tree.files("bbc/nft", ".nft")
                .forEach(file -> names.add("bbc-firewall@"
                        + file.substring("bbc/nft/".length(), file.length() - ".nft".length()) + ".service"));
        return names;
    }

    private static String show(JsonAnswer line) {
        String place = line.text("CONFIG_FILE").isEmpty()
                ? ""
                : line.text("CONFIG_FILE") + ":" + line.text("CONFIG_LINE") + ": ";
        return "<" + line.text("PRIORITY") + "> " + line.text("SYSLOG_IDENTIFIER") + ": " + place
                + line.text("MESSAGE");
    }
}
