package io.bitbuilder.bbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** The settings reader of nspawn: reads the file of a machine, complains by line, then refuses the empty root it is given. */
final class NspawnOracle implements Oracle {
    @Override
    public String program() {
        return "systemd-nspawn";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files("systemd/nspawn", ".nspawn");
        String script = """
                mkdir /tmp/empty
                for file in "$@"; do
                  machine=${file##*/}
                  SYSTEMD_LOG_LEVEL=debug systemd-nspawn --boot --settings=override --register=no --keep-unit \\
                    --machine="${machine%.nspawn}" --directory=/tmp/empty 2>&1
                done
                """;
        List<String> lines = root.inside(tree, script, files.toArray(String[]::new)).lines();
        List<String> complaints = new ArrayList<>();
        for (String file : files) {
            if (lines.stream().noneMatch(("Found settings file: /etc/" + file)::equals)) {
                complaints.add(file + " was not read");
            }
            lines.stream().filter(line -> line.contains("/etc/" + file + ":") || line.contains("gnoring") && line.contains(file))
                    .forEach(complaints::add);
        }
        lines.stream().filter(line -> line.contains("gnoring") && files.stream().noneMatch(line::contains)).forEach(complaints::add);
        return new Judgement(files.size(), complaints);
    }
}
