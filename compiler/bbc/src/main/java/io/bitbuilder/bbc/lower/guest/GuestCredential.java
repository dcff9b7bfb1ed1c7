package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.Artefact;

/**
 * Credential that a guest's systemd imports at start (systemd.system-credentials(7)). The file is in the merged
 * {@code /etc} of the host.
 *
 * @param name name of the credential and of the file
 * @param hostPath path on the host
 */
public record GuestCredential(String name, String hostPath, Artefact file) {
    /** Returns the option of nspawn and vmspawn that passes it to the guest. */
    public String option() {
        return "--load-credential=" + name + ":" + hostPath;
    }
}
