package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import io.bitbuilder.core.diagnostic.Markdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plan as a comment on a forge: verdict and counts first, then reasons from dangerous to harmless, then differing lines
 * within the budget. The comment counts what is left out by impact; nothing is dropped silently.
 */
public final class PlanMarkdown {
    /** Room for the lines that count the omitted lines. */
    private static final int RESERVE = 400;

    private final StringBuilder out = new StringBuilder();
    private final int budget;
    private final List<FoldedChange> listed = new ArrayList<>();
    private final SortedMap<Impact, Integer> unlisted = new TreeMap<>(Comparator.reverseOrder());

    private PlanMarkdown(int budget) {
        this.budget = budget - RESERVE;
    }

    /** Returns the comment; the budget in characters is at least 1000. */
    public static String of(PlanView view, int budget) {
        Plan plan = view.plan();
        PlanMarkdown markdown = new PlanMarkdown(Math.max(budget, 1000));
        markdown.out
                .append("### bbc: ")
                .append(plan.isEmpty() ? "no change" : plan.impact().word())
                .append("\n\n");
        markdown.out.append(plan.summary()).append("\n");
        markdown.losses(plan);
        markdown.items(view.dangerous());
        markdown.notices("Openings", view.notices(Topic.OPENING));
        markdown.notices("Exposure in systemd-analyze security, lower is safer", view.notices(Topic.EXPOSURE));
        markdown.items(view.others());
        markdown.rest(view);
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

    /** Appends items until the budget is used up; the most dangerous come first, so the rest is less dangerous. */
    private void items(List<FoldedChange> changes) {
        String heading = "";
        for (FoldedChange change : changes) {
            String next = "\n**" + Markdown.text(change.title()) + "**: "
                    + change.impact().word() + "\n\n";
            String item = (change.files() == 1 && next.equals(heading) ? "" : next) + item(change);
            if (!unlisted.isEmpty() || !add(item)) {
                unlisted.merge(change.impact(), change.files(), Integer::sum);
            } else {
                listed.add(change);
            }
            heading = next;
        }
    }

    private void notices(String heading, List<Notice> notices) {
        String before = "\n**" + heading + "**\n\n";
        int left = 0;
        for (Notice notice : notices) {
            boolean added = left == 0 && add(before + "- " + Markdown.text(notice.text()) + "\n");
            left += added ? 0 : 1;
            before = "";
        }
        if (left > 0) {
            out.append("\n").append(Plan.plural(left, "more line")).append(" not listed here.\n");
        }
    }

    /** Appends the lines that differ, as far as the budget allows, and the numbers of what is left out. */
    private void rest(PlanView view) {
        long hidden =
                listed.stream().filter(change -> !add(lines(change.change()))).count()
                        + view.changes().size()
                        - listed.size();
        if (!unlisted.isEmpty()) {
            String counts = unlisted.entrySet().stream()
                    .map(each -> Plan.plural(each.getValue(), "file") + " with impact "
                            + each.getKey().word())
                    .collect(Collectors.joining(", "));
            out.append("\nNot listed here: ").append(counts).append(".\n");
        }
        if (!view.omission().isEmpty()) {
            out.append("\n").append(Markdown.text(view.omission())).append("\n");
        }
        if (hidden > 0) {
            out.append("\nThe lines of ")
                    .append(Plan.plural((int) hidden, "change"))
                    .append(" are not shown here; `bbc diff` prints them all.\n");
        }
    }

    private static String item(FoldedChange change) {
        StringBuilder item = new StringBuilder("- **" + change.impact().word() + "** " + Markdown.code(change.path()));
        item.append(
                switch (change.change().kind()) {
                    case ADDED -> " (new)";
                    case REMOVED -> " (removed)";
                    case CHANGED -> "";
                });
        item.append(change.files() == 1 ? "\n" : " in " + Markdown.text(change.names()) + "\n");
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
