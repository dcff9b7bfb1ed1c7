package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import java.util.List;
import java.util.regex.Pattern;

/** Plan for a terminal or a log: counts, then each host and tenant with reasons, then the differing lines. */
public final class PlanText {
    private static final int MAX_VALUE = 160;
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

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
    public static String of(PlanView view, boolean lines, boolean colour) {
        PlanText text = new PlanText(colour);
        text.line(view.plan().summary());
        text.losses(view.plan());
        text.changes(view.dangerous());
        text.notices("openings", view.notices(Topic.OPENING));
        text.notices("exposure in systemd-analyze security, lower is safer", view.notices(Topic.EXPOSURE));
        text.changes(view.others());
        if (!view.omission().isEmpty()) {
            text.line("");
            text.line(view.omission());
        }
        if (lines) {
            view.changes().forEach(text::lines);
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

    /** Returns a truncated line of printable ASCII; of a digest, its beginning. */
    static String cut(String value) {
        String shown = DIGEST.matcher(TerminalEscapes.ascii(value)).replaceAll("$1...");
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

    private void changes(List<FoldedChange> changes) {
        String heading = "";
        for (FoldedChange change : changes) {
            String next = change.title() + ": " + painted(change.impact());
            if (change.files() > 1 || !next.equals(heading)) {
                line("");
                line(next);
            }
            heading = next;
            String mark = switch (change.change().kind()) {
                case ADDED -> "+ ";
                case REMOVED -> "- ";
                case CHANGED -> "  ";
            };
            line("  " + mark + change.path());
            if (change.files() > 1) {
                line("      in " + change.names());
            }
            reasons(change.reasons());
        }
    }

    private void notices(String heading, List<Notice> notices) {
        if (!notices.isEmpty()) {
            line("");
            line(heading);
            notices.forEach(notice -> line("  " + TerminalEscapes.ascii(notice.text())));
        }
    }

    private void reasons(List<ImpactReason> reasons) {
        for (int at = 0; at < reasons.size(); at++) {
            ImpactReason reason = reasons.get(at);
            if (!reason.what().isEmpty()) {
                line("      " + TerminalEscapes.ascii(reason.what()) + ": " + values(reason.before(), reason.after()));
            }
            boolean last = at + 1 == reasons.size();
            if (last || !reasons.get(at + 1).why().equals(reason.why())) {
                line("      " + painted(reason.impact()) + ": " + reason.why());
            }
        }
    }

    private void lines(FoldedChange folded) {
        FileChange change = folded.change();
        line("");
        line("--- " + (change.kind() == FileChange.Kind.ADDED ? "/dev/null" : "a/" + change.path()));
        line("+++ " + (change.kind() == FileChange.Kind.REMOVED ? "/dev/null" : "b/" + change.path()));
        change.diff().lines().forEach(l -> line(fileLine(l)));
        if (folded.files() > 1) {
            line("The same in " + Plan.plural(folded.files() - 1, "more file")
                    + ", but for names and allocated values.");
        }
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
