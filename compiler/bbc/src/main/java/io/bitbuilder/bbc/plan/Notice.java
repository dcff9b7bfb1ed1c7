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

    /** Returns a sentence without a full stop: {@code opens tcp 443 of node-a (192.0.2.10) to shop.web:8443}. */
    String sentence() {
        return reason.what() + ": " + PlanText.values(reason.before(), reason.after());
    }

    /** Returns the sentence with the tenants and hosts: {@code (tenant shop on host node-a)}. */
    String text() {
        String tenants = names("tenant ", ChangeGroup::tenant);
        String hosts = names("host ", ChangeGroup::host);
        String between = tenants.isEmpty() || hosts.isEmpty() ? "" : " on ";
        return sentence() + (tenants.isEmpty() && hosts.isEmpty() ? "" : " (" + tenants + between + hosts + ")");
    }

    private String names(String noun, Function<ChangeGroup, Optional<String>> part) {
        List<String> names =
                groups.stream().map(part).flatMap(Optional::stream).distinct().toList();
        return names.size() > NAMES
                ? names.size() + " " + noun.strip() + "s"
                : names.isEmpty() ? "" : noun + String.join(", ", names);
    }
}
