package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The option check of vmspawn: given the whole command line of a machine, with disks and folders that are there but
 * empty, it must get as far as spawning the machine.
 */
final class VmspawnOracle implements Oracle {
    /**
     * It prints one of these after it has accepted every option; with folders to bind it connects to the system bus
     * first.
     */
    private static final Pattern ALL_OPTIONS_TAKEN = Pattern.compile("Spawning VM|Failed to open system bus");

    @Override
    public String program() {
        return "systemd-vmspawn";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files =
                tree.files(path -> path.startsWith("systemd/system/tenant-vm@") && path.endsWith("/50-bbc.conf"));
        List<String> complaints = new ArrayList<>();
        for (String file : files) {
            List<String> words =
                    OracleExecLine.words(tree.values(file, "ExecStart").getLast());
            complaints.addAll(complaints(root, tree, file, words));
        }
        return Judgement.unsorted(files, complaints);
    }

    private static List<String> complaints(OracleRoot root, HostTree tree, String file, List<String> words) {
        String script = """
                printf '#!/bin/sh\\n' >/usr/bin/qemu-system-x86_64
                chmod +x /usr/bin/qemu-system-x86_64
                for word in "$@"; do
                  case $word in
                    --image=*|--extra-drive=*)
                      path=/${word#*/}
                      mkdir -p "${path%/*}"
                      truncate -s 16M "$path" ;;
                    --bind=*|--bind-ro=*)
                      path=${word#*=}
                      mkdir -p "${path%%:*}" ;;
                  esac
                done
                exec "$@" 2>&1
                """;
        List<String> lines =
                root.inside(tree, script, words.toArray(String[]::new)).lines();
        if (lines.stream().anyMatch(line -> ALL_OPTIONS_TAKEN.matcher(line).find())) {
            return lines.stream()
                    .filter(line -> line.contains("gnoring"))
                    .map(line -> file + ": " + line)
                    .toList();
        }
        return lines.isEmpty()
                ? List.of(file + ": no word from vmspawn")
                : lines.stream().map(line -> file + ": " + line).toList();
    }
}
