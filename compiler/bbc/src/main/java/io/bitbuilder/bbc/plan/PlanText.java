package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.core.diagnostic.TerminalEscapes;

/** Plan for a terminal or a log: counts, then each host and tenant with reasons, then the differing lines. */
public final class PlanText {
    private static final int MAX_VALUE = 160;

    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private PlanText(boolean colour) {
        this.colour = colour;
    }

    /**
     * Returns the plan as lines.
     *
     * @param lines whether to append the differing lines
     * @param colour whether to use escape sequences for colours
     */
    public static String of(Plan plan, boolean lines, boolean colour) {
        PlanText text = new PlanText(colour);
        text.line(plan.summary());
        text.losses(plan);
        plan.groups().forEach(text::group);
        if (lines) {
            plan.groups().forEach(g -> g.changes().forEach(text::lines));
        }
        return text.out.toString();
    }

    /** Returns the host and tenant of a group, for messages. */
    static String title(ChangeGroup group) {
        String host = group.host().map(h -> "host " + h).orElse("for reviewers");
        String tenant = group.tenant()
                .map(t -> "tenant " + t)
                .orElse(group.host().isPresent() ? "the host itself" : "the fleet");
        return host + ", " + tenant;
    }

    /** Returns the path without the host, which the title has. */
    static String shortPath(ChangeGroup group, FileChange change) {
        return group.host()
                .map(h -> change.path().substring("hosts/".length() + h.length() + 1))
                .orElse(change.path());
    }

    /** Returns the values before and after, on one line. */
    static String values(String before, String after) {
        if (before.isEmpty()) {
            return "now " + cut(after);
        }
        return after.isEmpty() ? "no longer " + cut(before) : cut(before) + " -> " + cut(after);
    }

    /** Returns a truncated line of printable ASCII. */
    static String cut(String value) {
        String shown = TerminalEscapes.ascii(value);
        return shown.length() <= MAX_VALUE ? shown : shown.substring(0, MAX_VALUE) + "...";
    }

    /** Returns a line of a file with tabs as spaces and other characters escaped to ASCII. */
    static String fileLine(String line) {
        return TerminalEscapes.ascii(line.replace("\t", "    "));
    }

    private void losses(Plan plan) {
        if (!plan.losses().isEmpty()) {
            line("");
            plan.losses().forEach(loss -> line(painted(Impact.DATA_LOSS) + ": " + loss.sentence()));
        }
    }

    private void group(ChangeGroup group) {
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
            ImpactReason reason = change.reasons().get(at);
            if (!reason.what().isEmpty()) {
                line("      " + TerminalEscapes.ascii(reason.what()) + ": " + values(reason.before(), reason.after()));
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
            case RECREATE -> "31";
            case DATA_LOSS -> "1;31";
        };
        String word = impact.word();
        return colour ? "\u001b[" + code + "m" + word + "\u001b[0m" : word;
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
