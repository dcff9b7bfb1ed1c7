package io.bitbuilder.bbc.plan;

import io.bitbuilder.core.diagnostic.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Plan as a comment on a forge: verdict and counts first, then reasons, then differing lines within the budget. The
 * comment counts the omitted lines; nothing is dropped silently.
 */
public final class PlanMarkdown {
    /** Room for the lines that count the omitted lines. */
    private static final int RESERVE = 200;

    private final StringBuilder out = new StringBuilder();
    private final int budget;

    private PlanMarkdown(int budget) {
        this.budget = budget - RESERVE;
    }

    /** Returns the comment; the budget in characters is at least 1000. */
    public static String of(Plan plan, int budget) {
        PlanMarkdown markdown = new PlanMarkdown(Math.max(budget, 1000));
        markdown.out
                .append("### bbc: ")
                .append(plan.isEmpty() ? "no change" : plan.impact().word())
                .append("\n\n");
        markdown.out.append(plan.summary()).append("\n");
        markdown.losses(plan);
        markdown.groups(plan);
        return markdown.out.toString();
    }

    private void losses(Plan plan) {
        long unlisted = plan.losses().stream()
                .filter(loss -> !add("\n- **data-loss** " + Markdown.text(loss.sentence())))
                .count();
        if (unlisted > 0) {
            out.append("\n- ").append(unlisted).append(" more losses of data are not listed here");
        }
        if (!plan.losses().isEmpty()) {
            out.append("\n");
        }
    }

    private void groups(Plan plan) {
        int unlisted = 0;
        List<FileChange> listed = new ArrayList<>();
        for (ChangeGroup group : plan.groups()) {
            if (unlisted == 0
                    && !add("\n**" + Markdown.text(PlanText.title(group)) + "**: "
                            + group.impact().word() + "\n\n")) {
                unlisted++;
            }
            for (FileChange change : group.changes()) {
                if (unlisted > 0 || !add(item(group, change))) {
                    unlisted++;
                } else {
                    listed.add(change);
                }
            }
        }
        long hidden = listed.stream().filter(change -> !add(lines(change))).count() + (plan.files() - listed.size());
        if (listed.size() < plan.files()) {
            out.append("\n")
                    .append(plan.files() - listed.size())
                    .append(" more files change and are not listed here.\n");
        }
        if (hidden > 0) {
            out.append("\nThe lines of ")
                    .append(hidden)
                    .append(" files are not shown here; `bbc diff` prints them all.\n");
        }
    }

    private static String item(ChangeGroup group, FileChange change) {
        StringBuilder item = new StringBuilder(
                "- **" + change.impact().word() + "** " + Markdown.code(PlanText.shortPath(group, change)));
        item.append(
                switch (change.kind()) {
                    case ADDED -> " (new)\n";
                    case REMOVED -> " (removed)\n";
                    case CHANGED -> "\n";
                });
        for (ImpactReason reason : change.reasons()) {
            String what = reason.what().isEmpty()
                    ? ""
                    : Markdown.code(reason.what()) + " "
                            + Markdown.code(PlanText.values(reason.before(), reason.after())) + ": ";
            item.append("  - ").append(what).append(reason.why()).append("\n");
        }
        return item.toString();
    }

    private static String lines(FileChange change) {
        String shown =
                change.diff().lines().map(PlanText::fileLine).map(l -> l + "\n").collect(Collectors.joining());
        return "\n" + Markdown.code(change.path()) + "\n\n" + Markdown.fence("diff", shown);
    }

    private boolean add(String text) {
        if (out.length() + text.length() > budget) {
            return false;
        }
        out.append(text);
        return true;
    }
}
