package io.bitbuilder.bbc.lower.guest;

import io.bitbuilder.bbc.artefact.Artefact;

/**
 * A file that a guest's systemd takes from the outside when it starts (systemd.system-credentials(7)). It lies in the
 * merged {@code /etc} of the host.
 *
 * @param name of the credential, which is also the name of the file
 * @param hostPath where the host finds it
 */
public record GuestCredential(String name, String hostPath, Artefact file) {
    /** The option of nspawn and vmspawn that gives it to the guest. */
    public String option() {
        return "--load-credential=" + name + ":" + hostPath;
    }
}
