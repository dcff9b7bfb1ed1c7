package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.fleet.Origin;

/**
 * Credential that a guest's systemd imports at start (systemd.system-credentials(7)). The file is in the merged
 * {@code /etc} of the host.
 *
 * @param name name of the credential and of the file
 * @param hostPath path on the host
 * @param origin field or block that determines its existence
 * @param how how it follows from the origin, a clause
 */
public record GuestCredential(String name, String hostPath, Artefact file, Origin origin, String how) {
    /** Returns the option of nspawn and vmspawn that passes it to the guest. */
    public String option() {
        return "--load-credential=" + name + ":" + hostPath;
    }
}
