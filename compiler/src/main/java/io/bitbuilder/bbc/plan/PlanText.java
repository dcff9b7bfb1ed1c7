package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.diagnostic.Visible;

/** A plan for people at a terminal or in a log: counts, then each host and tenant with reasons, then the lines that differ. */
public final class PlanText {
    private static final int MAX_VALUE = 160;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private PlanText(boolean colour) {
        this.colour = colour;
    }

    /**
     * The text, ending with a line end.
     *
     * @param lines whether the lines that differ follow
     * @param colour whether escape sequences for colours may be used
     */
    public static String of(Plan plan, boolean lines, boolean colour) {
        PlanText text = new PlanText(colour);
        text.line(plan.summary());
        plan.groups().forEach(text::group);
        if (lines) {
            plan.groups().forEach(g -> g.changes().forEach(text::lines));
        }
        return text.out.toString();
    }

    /** Whose changes they are, in words. */
    static String title(Group group) {
        String host = group.host().map(h -> "host " + h).orElse("for reviewers");
        String tenant = group.tenant().map(t -> "tenant " + t).orElse(group.host().isPresent() ? "the host itself" : "the fleet");
        return host + ", " + tenant;
    }

    /** The path without the host, which stands in the title. */
    static String shortPath(Group group, FileChange change) {
        return group.host().map(h -> change.path().substring("hosts/".length() + h.length() + 1)).orElse(change.path());
    }

    /** What was and what is, on one line. */
    static String values(String before, String after) {
        if (before.isEmpty()) {
            return "now " + cut(after);
        }
        return after.isEmpty() ? "no longer " + cut(before) : cut(before) + " -> " + cut(after);
    }

    /** One line of printable ASCII, not too long. */
    static String cut(String value) {
        String shown = Visible.ascii(value);
        return shown.length() <= MAX_VALUE ? shown : shown.substring(0, MAX_VALUE) + "...";
    }

    /** A line of a file: tabs become blanks, what is not printable ASCII its number. */
    static String fileLine(String line) {
        return Visible.ascii(line.replace("\t", "    "));
    }

    private void group(Group group) {
        line("");
        line(title(group) + ": " + painted(group.impact()));
        for (FileChange change : group.changes()) {
            String mark = switch (change.kind()) {
                case ADDED -> "+ ";
                case REMOVED -> "- ";
                case CHANGED -> "  ";
            };
            line("  " + mark + shortPath(group, change));
            reasons(change);
        }
    }

    private void reasons(FileChange change) {
        for (int at = 0; at < change.reasons().size(); at++) {
            Reason reason = change.reasons().get(at);
            if (!reason.what().isEmpty()) {
                line("      " + Visible.ascii(reason.what()) + ": " + values(reason.before(), reason.after()));
            }
            boolean last = at + 1 == change.reasons().size();
            if (last || !change.reasons().get(at + 1).why().equals(reason.why())) {
                line("      " + painted(reason.impact()) + ": " + reason.why());
            }
        }
    }

    private void lines(FileChange change) {
        line("");
        line("--- " + (change.kind() == FileChange.Kind.ADDED ? "/dev/null" : "a/" + change.path()));
        line("+++ " + (change.kind() == FileChange.Kind.REMOVED ? "/dev/null" : "b/" + change.path()));
        change.diff().lines().forEach(l -> line(fileLine(l)));
    }

    private String painted(Impact impact) {
        String code = switch (impact) {
            case NONE -> "2";
            case RELOAD -> "32";
            case RESTART -> "33";
            case RECREATE -> "1;31";
        };
        String word = impact.word();
        return colour ? "\u001b[" + code + "m" + word + "\u001b[0m" : word;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
