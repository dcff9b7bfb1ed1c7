package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code systemd-analyze verify}: any line it prints is a complaint, even with exit status 0. Each unit is followed by
 * a marker unit, whose complaint ends the complaints about the first.
 */
final class UnitOracle implements Oracle {
    private static final String FOLDER = "systemd/system/";
    private static final Pattern NOISE = Pattern.compile("^$");
    private static final String SCRIPT = ToolLog.ENVIRONMENT + """
            n=0
            for unit in "$@"; do
              printf '[Service]\\nExecStart=/usr/bin/true\\n%s=1\\n' BbcMark >"/etc/systemd/system/bbc-mark-$n.service"
              set -- "$@" "$unit" "bbc-mark-$n.service"
              shift
              n=$((n + 1))
            done
            exec systemd-analyze verify --man=no --generators=no --recursive-errors=one "$@" 2>&1
            """;

    @Override
    public String program() {
        return "systemd-analyze verify";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> path.startsWith(FOLDER));
        TreeMap<String, String> units = units(files);
        ToolLog log = new ToolLog(files, NOISE);
        int n = 0;
        for (Map.Entry<String, String> unit : units.entrySet()) {
            log.called(unit.getKey(), unit.getValue());
            log.marks("/etc/systemd/system/bbc-mark-" + n++ + ".service", unit.getValue());
        }
        Command.Outcome outcome = root.inside(tree, SCRIPT, units.keySet().toArray(String[]::new));
        log.read(outcome.lines());
        Judgement judgement = log.judgement();
        List<String> strays = new ArrayList<>(judgement.strays());
        units.values().stream()
                .filter(file -> !log.marked().contains(file))
                .forEach(file -> strays.add(file + Judgement.NOT_READ));
        return new Judgement(judgement.files(), strays);
    }

    /**
     * Names to verify, with a file of each: units, instances by their folders of drop-ins, and one instance of each
     * template.
     */
    private static TreeMap<String, String> units(List<String> files) {
        TreeMap<String, String> units = new TreeMap<>();
        for (String file : files) {
            String name = file.substring(FOLDER.length());
            int folder = name.indexOf(".d/");
            units.put((folder < 0 ? name : name.substring(0, folder)).replace("@.", "@oracle."), file);
        }
        return units;
    }
}
