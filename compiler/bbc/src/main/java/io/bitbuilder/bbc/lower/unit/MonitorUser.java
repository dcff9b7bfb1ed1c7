package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;

/**
 * User that QEMU becomes before the guest runs: the first user id of the machine. systemd-vmspawn itself stays root,
 * since it prepares disks, sockets and devices. Its environment variable is the one way to pass arguments to QEMU
 * (ENVIRONMENT.md of systemd); machine.sh checks that it was heeded.
 */
final class MonitorUser {
    /** System calls that QEMU gives up (qemu(1), -sandbox); those that change its user it needs after that. */
    private static final String CONFINED = "-sandbox on,obsolete=deny,spawn=deny,resourcecontrol=deny";

    private MonitorUser() {}

    /** Adds the user and its tap device. */
    static void add(TenantOnHost onHost, Machine machine, Section.Builder service) {
        long user = machine.uids().first();
        Origin uids = machine.at().of("uids");
        service.set(
                        "Environment",
                        new UnitEnvironment(
                                "SYSTEMD_VMSPAWN_QEMU_EXTRA", CONFINED + " -run-with user=" + user + ":" + user),
                        uids)
                .set("Environment", new UnitEnvironment("BBC_UID", Long.toString(user)), uids);
        if (TenantOnHost.isConnected(machine)) {
            Attachment attachment = machine.attach().getFirst();
            String tap = InterfaceNames.port(onHost.name(), machine, attachment.name());
            service.set(
                    "Environment",
                    new UnitEnvironment("BBC_TAP", tap),
                    attachment.at().block());
        }
    }
}
