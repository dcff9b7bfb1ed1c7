package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that keeps data of removed blocks apart, on images and trees in a folder of the test. */
class DataScriptTest {
    private static final String SCRIPT = "stdlib/host/etc/bbc/host/data.sh";

    @TempDir
    private Path scratch;

    private Path data;

    @BeforeEach
    void scriptOfThisFolder() throws IOException {
        data = Files.createDirectories(scratch.resolve("tenants/t/data"));
        String text = Files.readString(Repository.path(SCRIPT))
                .replace("/var/lib/tenants", scratch.resolve("tenants").toString())
                .replace("/run/bbc", scratch.toString());
        Files.writeString(scratch.resolve("data.sh"), text);
        Path tools = Files.createDirectories(scratch.resolve("tools"));
        Path systemctl = Files.writeString(tools.resolve("systemctl"), """
                #!/bin/sh
                case $1 in
                  show) echo 'bbc-firewall@t.service var-lib-tenants-t-runtime-x-volumes-data.mount' ;;
                  *) echo "$*" ;;
                esac
                """);
        systemctl.toFile().setExecutable(true);
    }

    /** Only a disk comes back as the disk of its machine, with the states beside it. */
    @Test
    void aMachineGetsItsDiskAndItsStatesBack() throws IOException, InterruptedException {
        Path with = tree("with", "1a", "tenant-vm@t.vm.service", "BBC_DISK", "vm.raw");
        Path without = tree("without", "2b", "tenant-vm@t.other.service", "BBC_DISK", "other.raw");
        Files.writeString(data.resolve("vm.raw"), "disk");
        Files.writeString(data.resolve("vm.raw.tpmstate"), "tpm");
        Files.writeString(data.resolve("vm.raw.efinvramstate"), "efi");
        run("put-aside", without, with);
        assertEquals(List.of(".removed"), files(data));
        run("bring-back", with);
        assertEquals(List.of(".removed", "vm.raw", "vm.raw.efinvramstate", "vm.raw.tpmstate"), files(data));
        assertEquals("disk", Files.readString(data.resolve("vm.raw")));
        assertEquals("tpm", Files.readString(data.resolve("vm.raw.tpmstate")));
        assertEquals("efi", Files.readString(data.resolve("vm.raw.efinvramstate")));
        assertEquals(List.of(), files(data.resolve(".removed")));
    }

    @Test
    void theFormerUserOfAnImageStopsWithItsMounts() throws IOException, InterruptedException {
        for (String name : List.of("x", "service", "services-db", "a.service")) {
            String workload = name.substring(name.lastIndexOf('.') + 1);
            String tenant = name.contains(".") ? "a" : "t";
            String former = "systemd-nspawn@" + tenant + "." + workload + ".service";
            String volume = "bbc-volume@" + tenant + "." + workload.replace('-', '_') + ".data.service";
            Path old = tree("old-" + name, "1a", volume, "BBC_IMAGE", workload + ".data.img");
            list(old, former);
            Path next =
                    tree("new-" + name, "2b", "bbc-volume@t.heir.kept.service", "BBC_IMAGE", workload + ".data.img");
            list(next, "systemd-nspawn@t.heir.service");
            assertEquals(
                    List.of(
                            "mask --quiet --runtime " + former,
                            "stop " + former + " var-lib-tenants-t-runtime-x-volumes-data.mount"),
                    run("hand-over", old, next));
            assertEquals(List.of("unmask --quiet --runtime " + former), run("handed-over"));
            assertEquals(List.of(), run("handed-over"));
            assertEquals(List.of(), run("hand-over", old, old));
        }
    }

    private Path tree(String name, String digest, String unit, String variable, String image) throws IOException {
        Path tree = scratch.resolve(name);
        Path folder = Files.createDirectories(tree.resolve("systemd/system/" + unit + ".d"));
        Files.writeString(
                folder.resolve("50-bbc.conf"),
                "[Service]\nEnvironment=\"" + variable + "=" + data.resolve(image) + "\"\n");
        Files.createDirectories(tree.resolve("bbc"));
        Files.writeString(tree.resolve("bbc/tree.json"), "{\n  \"digest\": \"" + digest + "\"\n}\n");
        return tree;
    }

    private static void list(Path tree, String workload) throws IOException {
        Files.writeString(tree.resolve("bbc/units"), "workload " + workload + " 1\n");
    }

    private List<String> run(String command, Path... trees) throws IOException, InterruptedException {
        Path out = scratch.resolve("out");
        List<String> words = Stream.concat(
                        Stream.of("/bin/sh", scratch.resolve("data.sh").toString(), command),
                        Stream.of(trees).map(Path::toString))
                .toList();
        ProcessBuilder shell =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile());
        shell.environment().merge("PATH", "", (path, none) -> scratch.resolve("tools") + ":" + path);
        int status = shell.start().waitFor();
        List<String> lines = Files.readAllLines(out);
        assertEquals(0, status, lines::toString);
        return lines;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
