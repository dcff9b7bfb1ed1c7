package io.bitbuilder.bbc.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Difference that a reviewer must see wherever its file is in the plan: an opening, or an exposure.
 *
 * @param groups hosts and tenants that have it, at least one
 */
record Notice(ImpactReason reason, List<ChangeGroup> groups) {
    private static final int NAMES = 3;

    /** Copies. */
    Notice {
        groups = List.copyOf(groups);
    }

    /** Direction of a change. */
    enum Change {
        /** There was no such way. */
        OPENED,
        /** The way leads elsewhere, or more or less of it is open. */
        CHANGED,
        /** There is no such way any more. */
        CLOSED
    }

    /** Returns the direction; an exposure, and lists of addresses, which may be of denied ones, only change. */
    Change change() {
        boolean list =
                reason.topic() != ImpactReason.Topic.OPENING || reason.what().startsWith(FirewallOpenings.EGRESS);
        return list || !reason.before().isEmpty() && !reason.after().isEmpty()
                ? Change.CHANGED
                : reason.before().isEmpty() ? Change.OPENED : Change.CLOSED;
    }

    /** Returns a sentence without a full stop: {@code opens tcp 443 of node-a (192.0.2.10) to shop.web:8443}. */
    String sentence() {
        return switch (change()) {
            case OPENED -> "opens " + reason.what() + " " + PlanText.cut(reason.after());
            case CLOSED -> "closes " + reason.what() + " " + PlanText.cut(reason.before());
            case CHANGED ->
                (reason.topic() == ImpactReason.Topic.OPENING ? "changes " : "") + reason.what() + ": "
                        + PlanText.values(reason.before(), reason.after());
        };
    }

    /** Returns the sentence with the tenants and hosts that it does not name: {@code (tenant shop on host node-a)}. */
    String text() {
        String tenants = names("tenant ", ChangeGroup::tenant);
        String hosts = names("host ", ChangeGroup::host);
        String between = tenants.isEmpty() || hosts.isEmpty() ? "" : " on ";
        return sentence() + (tenants.isEmpty() && hosts.isEmpty() ? "" : " (" + tenants + between + hosts + ")");
    }

    /** Returns the names of its hosts or tenants. */
    List<String> names(Function<ChangeGroup, Optional<String>> part) {
        return groups.stream().map(part).flatMap(Optional::stream).distinct().toList();
    }

    private String names(String noun, Function<ChangeGroup, Optional<String>> part) {
        String words = " " + sentence() + " ";
        List<String> names = names(part).stream()
                .filter(name -> !words.contains(" " + name + " "))
                .toList();
        return names.size() > NAMES
                ? names.size() + " " + noun.strip() + "s"
                : names.isEmpty() ? "" : noun + String.join(", ", names);
    }
}
