package io.bitbuilder.core.diagnostic;

import java.util.Optional;

/**
 * Policy that a finding comes from.
 *
 * @param policy its name
 * @param waiver the waiver that the platform grants; the finding is then a note
 */
public record PolicyVerdict(String policy, Optional<Waiver> waiver) {
    /**
     * Consent of the platform.
     *
     * @param reason as written, such as a ticket
     * @param until first day on which it no longer holds, {@code 2027-01-31}
     */
    public record Waiver(String reason, Optional<String> until) {
        @Override
        public String toString() {
            return reason + until.map(day -> ", until " + day).orElse("");
        }
    }
}
