package io.bitbuilder.bbc.live;

import io.bitbuilder.bbc.lower.manifest.Exposures;
import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tenants write to a host: images of machines are never read, data never meets a later workload of its name, a
 * repository fills no disk; and the sandboxes of the units that handle it.
 */
@Order(4)
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostStorageIT {
    private static final String BLUE = "tenants/blue/tenant.bbc";
    private static final String PLATFORM = "platform/platform.bbc";
    private static final String DATA = "/var/lib/tenants/blue/data/";
    private static final String DRIVE = DATA + "vm.data.raw";
    private static final String DRIVE_UNIT = "bbc-volume@blue.vm.data.service";
    private static final String DISK = "io { weight = 50; read = 20MiB; write = 10MiB }";

    private static final Map<String, String> INSTANCES = Map.of(
            "bbc-firewall@.service", "bbc-firewall@blue.service",
            "bbc-status@.service", "bbc-status@blue.app.service",
            "bbc-volume@.service", DRIVE_UNIT,
            "git-sync@.service", "git-sync@red.service",
            "tenant-vm@.service", "tenant-vm@blue.vm.service");

    @Test
    void whatTenantsWriteStaysTheirs(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        fleet.edit(PLATFORM, "trust = trusted }", "trust = trusted; repository = \"file:///srv/config\" }");
        fleet.edit(
                PLATFORM,
                "  defaults container",
                "  image disk { source = raw(\"/var/lib/machines/disk.raw\") }\n  defaults container");
        String volume = "volume data { size = 32MiB; mount = \"/srv/data\" }\n  }";
        String limit = "memory { limit = 256MiB }";
        fleet.edit(BLUE, volume, volume.replace(" }\n", "; reserve = true }\n    " + DISK + "\n"));
        fleet.edit(
                BLUE, DISK + "\n  }", DISK + "\n  }\n  machine vm {\n    image = disk; " + limit + "\n    " + volume);
        HostTree machine = fleet.compile("machine");
        SshKeyPair key = SshKeyPair.create();
        fleet.edit(
                PLATFORM,
                "repository = \"file:///srv/config\"",
                "repository = \"" + RepositoryEffects.SSH + "\"; signers = [\"" + key.publicKey() + "\"]");
        fleet.edit(BLUE, "machine vm", "container vm");
        fleet.edit(BLUE, "image = disk; ", "");
        HostTree container = fleet.compile("container");
        fleet.edit(BLUE, limit, "memory { limit = 264MiB }");
        HostTree other = fleet.compile("other");
        fleet.edit(BLUE, "memory { limit = 264MiB }", "memory { limit = 272MiB }");
        HostTree before = fleet.compile("before");
        fleet.edit(BLUE, "container app {", "container store {\n    was = app");
        fleet.edit(BLUE, "volume data {", "volume kept {\n      was = data\n     ");
        HostTree renamed = fleet.compile("renamed");
        fleet.write("locks/blue.lock", """
                # bbc lock 1, tenant blue
                blue/store/data blue/app
                blue/store/volume/kept/data blue/app/data
                """);
        fleet.edit(BLUE, "container store {\n    was = app", "container store {");
        fleet.edit(BLUE, "container vm {", "container app {\n    was = vm");
        HostTree crossed = fleet.compile("crossed");
        fleet.delete("locks/blue.lock");
        fleet.edit(BLUE, "container app {\n    was = vm", "container vm {");
        fleet.edit(BLUE, "container store {", "container store {\n    was = app");
        fleet.edit(PLATFORM, "admit blue { ", "admit teal { was = blue; ");
        fleet.rename("blue", "teal");
        HostTree teal = fleet.compile("teal");
        fleet.edit(PLATFORM, "admit teal { was = blue; ", "admit blue { ");
        fleet.rename("teal", "blue");
        fleet.edit(PLATFORM, "admit blue { connections = 500 }", "");
        fleet.remove("blue");
        HostTree gone = fleet.compile("gone");

        try (LiveHost host = LiveHost.of(root, machine)) {
            host.write(
                    "/usr/local/lib/systemd/system/git-sync@.service.d/60-size.conf",
                    "[Service]\nLimitFSIZE=4M\nEnvironment=BBC_BYTES=2097152 BBC_FILES=100\n");
            host.start();
            Run run = new Run(host, new HostState(host), ledger);
            run.applied(machine);
            run.unitsAreSandboxed();
            run.diskIsShared();
            RepositoryEffects repository = new RepositoryEffects(host, run.state(), ledger, key);
            repository.isBounded();
            run.largeImageIsNotCopied();
            run.driveIsNeverRead();
            run.containerFindsNothingOfTheMachine(container);
            repository.isSignedAndFetchedBySsh();
            run.renamedBlocksKeepTheirData(before, crossed, renamed, teal);
            run.laterTenantFindsNothing(gone, other);
        }
    }

    /** The steps; each asserts its result. */
    private record Run(LiveHost host, HostState state, LiveLedger ledger) {

        void applied(HostTree tree) {
            host.stage(tree);
            host.allowStops(tree);
            Command.Outcome outcome = host.applyIncoming();
            ledger.equal("apply", tree.name() + ": " + outcome.output(), 0, outcome.exit());
        }

        /** A machine without a size counts 4 GiB; the copy would otherwise take more. */
        void largeImageIsNotCopied() {
            String told = host.attempt("""
                    eval "export $(systemctl show --property=Environment --value tenant-vm@blue.vm.service)"
                    image=/var/lib/tenants/large.raw disk=/var/lib/tenants/large.copy
                    for size in $((BBC_SIZE + 1)) $BBC_SIZE; do
                      truncate -s "$size" $image
                      BBC_IMAGE=$image BBC_DISK=$disk BBC_KEEP=no sh /etc/bbc/host/disk.sh 2>&1 |
                        grep -o 'more than the [0-9]*'
                      stat -c 'copy of %s bytes' $disk
                    done
                    rm -f $image $disk 2>&1""").output();
            ledger.equal(
                    "storage",
                    "a large image, and one of the size that is counted",
                    List.of("more than the 4294967296", "copy of 4294967296 bytes"),
                    told.lines().filter(line -> !line.startsWith("stat:")).toList());
        }

        /** No service of the fixed runtime has a higher exposure than the manifest of the host says. */
        void unitsAreSandboxed() throws IOException {
            for (String unit : fixedServices()) {
                String exposure = Exposures.shipped().getOrDefault(unit, "0.0");
                Command.Outcome outcome = host.attempt("systemd-analyze security --no-pager --threshold="
                        + exposure.replace(".", "") + " " + INSTANCES.getOrDefault(unit, unit));
                ledger.holds(
                        "sandbox",
                        "exposure of " + unit + " is at most " + exposure,
                        outcome.exit() == 0 && exposure.compareTo("4.0") < 0,
                        outcome.lines().getLast());
            }
        }

        private static List<String> fixedServices() throws IOException {
            return Files.readAllLines(Repository.path("stdlib/host/index")).stream()
                    .filter(file -> file.endsWith(".service"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .toList();
        }

        void diskIsShared() {
            String app = "systemd-nspawn@blue.app.service";
            ledger.equal("io", "weight of the disk", "50", state.unit(app, "IOWeight"));
            ledger.equal(
                    "io", "bytes a second to read", "/var/lib/tenants 20971520", state.unit(app, "IOReadBandwidthMax"));
            ledger.equal(
                    "io",
                    "bytes a second to write",
                    "/var/lib/tenants 10485760",
                    state.unit(app, "IOWriteBandwidthMax"));
            String blocks = host.exec("stat", "-c", "%b", DATA + "app.data.img");
            ledger.holds("io", "a reserved image has all its blocks", Long.parseLong(blocks) >= 32 << 11, blocks);
        }

        /**
         * Foreign bytes, as a file system that no tool of the host knows: the unit starts, and grows the file alone.
         */
        void driveIsNeverRead() {
            host.exec("sh", "-c", "head -c 4M /dev/urandom | dd of=" + DRIVE + " conv=notrunc status=none");
            String bytes = host.exec("sha256sum", DRIVE);
            host.exec("systemctl", "restart", DRIVE_UNIT);
            ledger.equal("drive", "bytes after a start", bytes, host.exec("sha256sum", DRIVE));
            String folder = "/run/systemd/system/" + DRIVE_UNIT + ".d";
            host.write(folder + "/99-larger.conf", "[Service]\nEnvironment=BBC_SIZE=50331648\n");
            host.exec("systemctl", "daemon-reload");
            host.exec("systemctl", "restart", DRIVE_UNIT);
            ledger.equal("drive", "size after it grew", "50331648", host.exec("stat", "-c", "%s", DRIVE));
            ledger.equal(
                    "drive",
                    "bytes after it grew",
                    bytes.split(" ")[0],
                    host.exec("sh", "-c", "head -c 32M " + DRIVE + " | sha256sum | cut -d ' ' -f 1"));
            host.exec("rm", "-r", folder);
            host.exec("systemctl", "daemon-reload");
            host.exec("truncate", "-s", "32M", DRIVE);
            host.exec("touch", DRIVE + ".efinvramstate");
        }

        void containerFindsNothingOfTheMachine(HostTree container) {
            String bytes = host.exec("sh", "-c", "sha256sum <" + DRIVE);
            applied(container);
            ledger.equal("drive", "files that the container finds", "lost+found", files("blue.vm"));
            ledger.equal(
                    "drive",
                    "what the machine wrote is put aside",
                    bytes,
                    host.exec("sh", "-c", "cat " + DATA + ".removed/vm.data.raw.* | sha256sum"));
        }

        /** There and back, as a rollback does: the former workload ends before the one that gets its data starts. */
        void renamedBlocksKeepTheirData(HostTree before, HostTree crossed, HostTree renamed, HostTree teal) {
            applied(before);
            guest("app", "touch /srv/data/moved && sync");
            guest("vm", "touch /srv/data/crossed && sync");
            handedOver("app", crossed, "blue", "store");
            ledger.equal("rename", "files of the renamed volume", "lost+found\nmoved", files("blue.store"));
            ledger.equal("rename", "files of the one that has its name", "crossed\nlost+found", files("blue.app"));
            handedOver("app", renamed, "blue", "vm");
            ledger.equal("rename", "files of the first after the second", "lost+found\nmoved", files("blue.store"));
            ledger.equal("rename", "files of the second after it is back", "crossed\nlost+found", files("blue.vm"));
            applied(teal);
            ledger.equal("rename", "files of the renamed tenant", "lost+found\nmoved", files("teal.store"));
            applied(renamed);
            ledger.equal("rename", "files after the tenant is back", "lost+found\nmoved", files("blue.store"));
            handedOver("store", before, "blue", "app");
            ledger.equal("rename", "files after the rename is back", "lost+found\nmoved", files("blue.app"));
            ledger.equal(
                    "rename",
                    "masks that are left",
                    "",
                    host.exec("find", "/run/systemd/system", "-lname", "/dev/null"));
            guest("app", "rm /srv/data/moved && sync");
            guest("vm", "rm /srv/data/crossed && sync");
        }

        private void handedOver(String former, HostTree tree, String tenant, String heir) {
            String cursor = host.exec("sh", "-c", "journalctl -n 0 --show-cursor | sed -n 's/^-- cursor: //p'");
            applied(tree);
            String told = host.exec(
                    "journalctl",
                    "--output=cat",
                    "--after-cursor=" + cursor,
                    "UNIT=systemd-nspawn@" + tenant + "." + former + ".service",
                    "+",
                    "UNIT=systemd-nspawn@" + tenant + "." + heir + ".service");
            List<String> steps = told.lines()
                    .filter(line -> line.startsWith("Stopped systemd-nspawn@" + tenant + "." + former + ".")
                            || line.startsWith("Starting ") && line.contains("Container " + heir + " of"))
                    .map(line -> line.split(" ")[0])
                    .toList();
            ledger.equal("rename", "order of the two workloads: " + told, List.of("Stopped", "Starting"), steps);
        }

        void laterTenantFindsNothing(HostTree gone, HostTree other) {
            guest("app", "touch /srv/data/kept && sync");
            ledger.equal("data", "files of the tenant", "kept\nlost+found", files("blue.app"));
            applied(gone);
            ledger.equal("data", "images that have their names", "", host.exec("find", DATA, "-name", "*.img"));
            applied(other);
            ledger.equal("data", "files that a later tenant of the name finds", "lost+found", files("blue.app"));
            ledger.equal(
                    "data",
                    "former images are kept apart",
                    List.of("app.data.img", "vm.data.img", "vm.data.raw", "vm.data.raw.efinvramstate"),
                    host.exec("ls", DATA + ".removed")
                            .lines()
                            .map(name -> name.replaceFirst("[.]2.*", ""))
                            .toList());
        }

        private String files(String machine) {
            return inGuest(machine, "ls /srv/data");
        }

        private String guest(String workload, String command) {
            return inGuest("blue." + workload, command);
        }

        private String inGuest(String machine, String command) {
            host.exec("sh", "-c", """
                    for wait in $(seq 1 120); do
                      [ "$(systemctl is-active systemd-nspawn@%s.service)" != active ] || exit 0
                      sleep 0.5
                    done
                    exit 1""".formatted(machine));
            return host.exec("nsenter", "-t", state.leader(machine), "-m", "-r", "-w", "/bin/sh", "-c", command);
        }
    }
}
