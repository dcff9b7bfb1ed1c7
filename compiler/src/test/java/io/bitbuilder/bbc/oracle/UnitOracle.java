package io.bitbuilder.bbc.oracle;

import java.util.List;
import java.util.TreeSet;

/** {@code systemd-analyze verify}: any line it prints is a complaint, also where it exits with 0. */
final class UnitOracle implements Oracle {
    private static final String FOLDER = "systemd/system/";

    @Override
    public String program() {
        return "systemd-analyze verify";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> path.startsWith(FOLDER));
        String[] units = units(files).toArray(String[]::new);
        Command.Outcome outcome = root.inside(tree,
                "exec systemd-analyze verify --man=no --generators=no --recursive-errors=one \"$@\"", units);
        List<String> complaints = outcome.exit() != 0 && outcome.lines().isEmpty()
                ? List.of("exit status " + outcome.exit()) : outcome.lines();
        return new Judgement(files.size(), complaints);
    }

    /** Names to verify: units, instances by their folders of drop-ins, and one instance of each template. */
    private static TreeSet<String> units(List<String> files) {
        TreeSet<String> units = new TreeSet<>();
        for (String file : files) {
            String name = file.substring(FOLDER.length());
            int folder = name.indexOf(".d/");
            units.add((folder < 0 ? name : name.substring(0, folder)).replace("@.", "@oracle."));
        }
        return units;
    }
}
