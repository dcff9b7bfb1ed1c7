package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of bbc-apply that list and compare trees, on a golden tree. */
class ApplyScriptTest {
    private static final Path FOLDER = Repository.path("stdlib/host/etc/bbc/host");
    private static final Path TREE = Repository.path("golden/storage/hosts/node-a/etc");

    @TempDir
    private Path scratch;

    @Test
    void aTreeHasTheUnitsOfItsFiles() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "bbc-firewall@keeper.service",
                        "bbc-volume@keeper.db.data.service",
                        "bbc-volume@keeper.db.service",
                        "bbc-volume@keeper.web.cache.service",
                        "systemd-nspawn@keeper.db.service",
                        "systemd-nspawn@keeper.web.service",
                        "tenant-keeper.slice",
                        "tenant-keeper.target",
                        "var-lib-tenants-keeper-runtime-db-root.mount",
                        "var-lib-tenants-keeper-runtime-db-volumes-data.mount",
                        "var-lib-tenants-keeper-runtime-web-volumes-cache.mount"),
                run("units \"$a\""));
        assertEquals(List.of(), run("units nothing"));
        assertEquals(List.of("git-sync@acme.timer"), run("a=${a%storage*}fleet/hosts/node-a/etc; names \"$a\" timer"));
        assertEquals(
                List.of("systemd-networkd.service", "systemd-resolved.service"),
                run("difference nothing \"$a\" daemon added"));
    }

    @Test
    void aDifferenceIsAChangedAnAddedOrAMissingUnit() throws IOException, InterruptedException {
        String web = "systemd-nspawn@keeper.web.service";
        String compare = "; difference \"$a\" b workload changed; echo; difference \"$a\" b workload added; echo; "
                + "difference \"$a\" b workload gone; echo; difference \"$a\" b workload 'added gone changed'";
        assertEquals(List.of("", "", ""), run("true" + compare));
        assertEquals(List.of(web, "", "", "", web), run("sed -i '/keeper.web.service/s/.$/g/' b/bbc/units" + compare));
        assertEquals(List.of("", "", web, "", web), run("sed -i /@keeper.web.service/d b/bbc/units" + compare));
        assertEquals(
                List.of("", "new.service", "", "", "new.service"),
                run("echo workload new.service 1 >>b/bbc/units" + compare));
        assertEquals(List.of("b-gvvt5j3"), run("difference \"$a\" nothing device gone"));
    }

    @Test
    void aRenamedWorkloadIsNotRemoved() throws IOException, InterruptedException {
        String rename = "sed -i s/@keeper.web.service/@keeper.www.service/ b/bbc/units; ";
        String data = "sed -i '1adata systemd-nspawn@keeper.www.service keeper/web' b/bbc/units; ";
        String removed = "removed \"$a\" b";
        assertEquals(List.of(), run(removed));
        assertEquals(List.of("systemd-nspawn keeper/web"), run(rename + removed));
        assertEquals(List.of(), run(rename + data + removed));
        assertEquals(List.of(), run(rename + data + "removed b \"$a\""), "and back");
        assertEquals(
                List.of("systemd-nspawn keeper/web"),
                run(rename + data + "sed -i 's/nspawn@keeper.www/vm@keeper.www/' b/bbc/units; " + removed),
                "another kind starts empty");
    }

    @Test
    void aVolumeGrowsOrGetsItsOtherImage() throws IOException, InterruptedException {
        String unit = "bbc-volume@keeper.web.cache.service";
        String edit = "cd b/systemd/system/" + unit + ".d; sed -i s/%s/%s/ 50-bbc.conf; cd ../../../..; " + "sed -i '/"
                + unit + "/s/.$/g/' b/bbc/units; ";
        String volumes = "systemctl() { echo \"$@\"; }; say() { echo \"$@\"; }; volumes \"$a\" b";
        assertEquals(List.of(), run(volumes));
        assertEquals(List.of("reload " + unit), run(edit.formatted("=67108864", "=67108865") + volumes));
        assertEquals(
                List.of(unit + " keeps its size: images never shrink"),
                run(edit.formatted("=67108864", "=67108863") + volumes));
        assertEquals(
                List.of("restart --no-block " + unit),
                run(edit.formatted("web.cache.img", "former.img") + edit.formatted("=67108864", "=4096") + volumes));
    }

    @Test
    void noWorkloadStaysMaskedAfterAFailedMerge() throws IOException, InterruptedException {
        String data = "mkdir -p b/bbc/host; echo 'echo $1; [ $1 != \"$fails\" ]' >b/bbc/host/data.sh; ";
        String merge = "systemctl() { echo \"$@\"; return 1; }; merge \"$a\" b || echo failed";
        assertEquals(
                List.of("hand-over", "reload-or-restart systemd-confext.service", "handed-over", "failed"),
                run(data + merge));
        assertEquals(List.of("hand-over", "handed-over", "failed"), run("export fails=hand-over; " + data + merge));
    }

    @Test
    void theDigestIsThatOfTheCompiler() throws IOException, InterruptedException {
        // Golden trees omit the fixed host runtime.
        String whole = "cp -R " + Repository.path("stdlib/host/etc").toAbsolutePath() + "/. b; ";
        assertEquals(List.of("equal"), run(whole + "[ \"$(digest b)\" = \"$(member b digest)\" ] && echo equal"));
        assertEquals(
                List.of("different"),
                run(whole + "echo >>b/bbc/units; [ \"$(digest b)\" = \"$(member b digest)\" ] || echo different"));
        assertEquals(List.of("2 node-a"), run("echo $(member b format) $(member b host)"));
    }

    /** Runs a command with the script's functions; {@code $a} is the tree, {@code b} a copy that may be changed. */
    private List<String> run(String command) throws IOException, InterruptedException {
        String functions = Files.readString(FOLDER.resolve("apply.sh")).replaceAll("(?s)# --- begin ---.*", "");
        Path script = Files.writeString(
                scratch.resolve("test.sh"), functions + """
                a=%s
                cd %s
                rm -rf b
                cp -R "$a" b
                %s
                """.formatted(TREE.toAbsolutePath(), scratch, command));
        Path out = scratch.resolve("out");
        Process shell = new ProcessBuilder("/bin/sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = shell.waitFor();
        try (Stream<String> lines = Files.lines(out)) {
            List<String> all = lines.toList();
            assertEquals(0, status, all::toString);
            return all;
        }
    }
}
