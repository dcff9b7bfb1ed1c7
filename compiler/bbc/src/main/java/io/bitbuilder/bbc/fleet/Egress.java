package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet;
import java.util.Set;

/**
 * Addresses that guests of a network reach through the uplink: {@code deny} wins over {@code allow}, {@code allow} over
 * {@link ClosedRanges}, and these over the default.
 */
public record Egress(Default default_, Set<Subnet> allow, Set<Subnet> deny) {
    /** Rule for all other addresses. */
    public enum Default {
        /** They are open. */
        ALLOW,
        /** They are closed. */
        DENY
    }
}
