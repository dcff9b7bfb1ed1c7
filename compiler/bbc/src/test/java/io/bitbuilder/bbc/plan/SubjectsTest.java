package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose file a path is, and which values of its owner are hidden. */
class SubjectsTest {
    private static final String MANIFEST = """
            {"tenant": "big-co", "networks": [
              {"network": "lan", "subnet": "10.0.0.0/24", "gateway": "10.0.0.1", "bridge": "b-bridge7"}
            ], "workloads": [
              {"workload": "run-1", "uids": "65536..131071", "attachments": [
                {"network": "lan", "mac": "02:00:00:00:00:01", "ipv4": "10.0.0.2", "port": "c-port111"}]},
              {"workload": "bare"}
            ]}
            """;
    private static final Subjects SUBJECTS =
            Subjects.of(Tree.EMPTY, Tree.of(List.of(TreeFile.of("tenants/big-co/manifest.json", MANIFEST))));

    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/systemd-nspawn@big-co.run-1.service.d/50-bbc.conf, big-co.run-1",
        "etc/systemd/system/bbc-volume@big_co.run_1.data.service.d/50-bbc.conf, big-co.run-1",
        "etc/systemd/system/var-lib-tenants-big_co-runtime-run_1-volumes-data.mount, big-co.run-1",
        "etc/systemd/nspawn/big-co.run-1.nspawn, big-co.run-1",
        "etc/bbc/guest/big-co.run-1/network.network.50-lan, big-co.run-1",
        "etc/bbc/names/big-co.run-1, big-co.run-1",
        "etc/systemd/network/60-c-port111.network, big-co.run-1",
        "etc/systemd/network/60-big-co.run-1.lan.network, big-co.run-1",
        "etc/systemd/network/50-b-bridge7.netdev, big-co.lan",
        "etc/systemd/network/50-b-bridge7.network.d/60-raw.conf, big-co.lan",
        "etc/systemd/system/tenant-big_co.slice, big-co",
        "etc/bbc/nft/big-co.nft, big-co"
    })
    void aPathNamesItsOwner(String path, String owner) {
        assertEquals(owner, SUBJECTS.of("h", "big-co", "hosts/h/" + path).label());
    }

    @ParameterizedTest
    @CsvSource({
        "Address=10.0.0.2/24, Address=<ipv4>/24",
        "Address=10.0.0.20/24, Address=10.0.0.20/24",
        "Address=110.0.0.2, Address=110.0.0.2",
        "Gateway=10.0.0.1, Gateway=<gateway>",
        "DNS=10.0.0.9, DNS=10.0.0.9",
        "tenant-big_co.slice, tenant-<tenant>.slice",
        "--machine=big-co.run-1, --machine=<tenant>.<workload>",
        "PrivateUsers=65536:65536, PrivateUsers=<uid>:<uid>",
        "MachineID=b0fedb5c494b8e01b56c593eeed6a737, MachineID=<id>",
        "MemoryMax=512M, MemoryMax=512M"
    })
    void itsOwnValuesAreHiddenAndNoOthers(String line, String hidden) {
        assertEquals(
                hidden, SUBJECTS.of("h", "big-co", "etc/bbc/names/big-co.run-1").hide(line));
    }

    @Test
    void aSubjectWithoutValuesHidesNothing() {
        assertEquals("a b", new OwnValues("", Map.of()).hide("a b"));
        assertEquals(
                "x=1", SUBJECTS.of("h", "big-co", "etc/bbc/names/big-co.bare").hide("x=1"));
        assertEquals("n", SUBJECTS.of("n", "", "hosts/n/etc/bbc/host/apply.sh").label());
    }

    /** Every workload's files of the examples have a placeholder for each of its names. */
    @Test
    void namesOfWorkloadsAreHiddenInAllPaths() {
        Tree tree = new Example("fleet").tree();
        Plan plan = Plan.between(Tree.EMPTY, tree);
        List<String> shown = plan.groups().stream()
                .flatMap(group -> group.changes().stream()
                        .filter(change -> change.own().label().contains("."))
                        .map(change -> change.own().hide(PlanText.shortPath(group, change)))
                        .filter(path -> group.tenant().stream().anyMatch(t -> path.matches(".*\\b" + t + "\\b.*"))))
                .toList();
        assertEquals(List.of(), shown);
    }
}
