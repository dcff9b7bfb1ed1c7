package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Command lines of programs for virtual machines, containers and networks. */
final class ProgramRules {
    private static final String VMSPAWN = "systemd-vmspawn";
    private static final List<String> KEYS =
            List.of("ExecStartPre", "ExecStart", "ExecStartPost", "ExecReload", "ExecStop", "ExecStopPost");
    private static final int COLUMNS = 7;

    /** Replacements of options that systemd-vmspawn does not have, most of them systemd-nspawn's. */
    private static final Map<String, String> INSTEAD = Map.of(
            "--network-bridge",
                    "write --network-tap, and a .network file with Name=vt-* in [Match] and Bridge= in [Network]",
            "--network-veth", "write --network-tap",
            "--setenv", "write --set-credential=NAME:VALUE; a machine does not inherit an environment",
            "--boot", "remove it: a machine always boots");

    /**
     * An option.
     *
     * @param argument true when it requires an argument
     * @param takes true when it accepts an argument
     * @param form form of the argument
     */
    private record Option(boolean argument, boolean takes, String form, int since) {}

    private final Map<String, SortedMap<String, Option>> programs = new HashMap<>();
    private final FindingSink sink;

    private ProgramRules(FindingSink sink) {
        this.sink = sink;
        CatalogueTable.rows("options.tsv", COLUMNS).forEach(row -> {
            SortedMap<String, Option> options = programs.computeIfAbsent(row.get(0), p -> new TreeMap<>());
            Option option = new Option(
                    row.get(3).equals("required"),
                    !row.get(3).equals("none"),
                    row.get(4),
                    ValidValues.number(row.get(5)).orElse(0L).intValue());
            options.put(row.get(1), option);
            if (!row.get(2).isEmpty()) {
                options.put(row.get(2), option);
            }
        });
    }

    static void judge(HostFiles host, FindingSink sink) {
        ProgramRules rules = new ProgramRules(sink);
        host.of(FileKind.SERVICE)
                .map(unit -> EffectiveSettings.asWritten(unit).in("Service"))
                .forEach(service -> KEYS.forEach(key -> service.all(key).forEach(rules::judge)));
    }

    private void judge(Assignment line) {
        List<String> words = CommandLine.words(line.value());
        String program = CommandLine.program(words);
        if (programs.containsKey(program)) {
            options(program, words, line);
        }
        if (program.equals(VMSPAWN) && line.key().equals("ExecStart")) {
            machine(words, line);
        }
        if (program.equals("ip")
                && words.size() > 2
                && words.get(1).equals("netns")
                && (words.get(2).equals("add") || words.get(2).equals("exec"))) {
            sink.add(Finding.of(
                            Code.UNMANAGED_NETWORK_NAMESPACE,
                            line.span(),
                            "systemd does not manage network namespaces of ip netns")
                    .fix("write PrivateNetwork=yes in the service that needs one, and "
                            + "NetworkNamespacePath= or JoinsNamespaceOf= in services that share it"));
        }
    }

    /** Checks options up to the first other word: everything after it belongs to a program in the container. */
    private void options(String program, List<String> words, Assignment line) {
        SortedMap<String, Option> options = programs.get(program);
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--") || !word.startsWith("-") || word.equals("-")) {
                return;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = options.get(name);
            if (option == null && name.startsWith("--") && isUnknown(options, name)) {
                unknown(program, name, line);
            } else if (option != null && option.since() > sink.target()) {
                sink.add(Finding.of(
                                Code.UNKNOWN_OPTION,
                                ValidValues.part(line, name),
                                "option " + name + " is not supported by " + program + " of systemd " + sink.target()
                                        + " (since " + option.since() + "); the unit does not start")
                        .fix("remove the option for that release"));
            }
            boolean next = option != null && option.argument() && equals < 0;
            if (next && i + 1 == words.size()) {
                sink.add(Finding.of(
                                Code.UNKNOWN_OPTION,
                                ValidValues.part(line, name),
                                "missing argument of option " + name + "; " + program
                                        + " refuses to run, and the unit does not start")
                        .fix("write " + name + (name.startsWith("--") ? "=" : " ") + option.form()));
            } else if (option != null && !option.takes() && equals > 0) {
                sink.add(Finding.of(
                                Code.UNKNOWN_OPTION,
                                ValidValues.part(line, name),
                                "unexpected argument of option " + name + "; " + program
                                        + " refuses to run, and the unit does not start")
                        .fix("write " + name));
            }
            i += next ? 1 : 0;
        }
    }

    /** Returns false for abbreviated long options, variables and specifiers. */
    private static boolean isUnknown(SortedMap<String, Option> options, String name) {
        SortedMap<String, Option> from = options.tailMap(name);
        return name.indexOf('$') < 0
                && name.indexOf('%') < 0
                && (from.isEmpty() || !from.firstKey().startsWith(name));
    }

    private void unknown(String program, String name, Assignment line) {
        Finding finding = Finding.of(
                Code.UNKNOWN_OPTION,
                ValidValues.part(line, name),
                "unknown option " + name + " of " + program + ", which refuses to run; the unit does not start");
        Optional<String> instead = program.equals(VMSPAWN) ? Optional.ofNullable(INSTEAD.get(name)) : Optional.empty();
        sink.add(finding.fix(instead.or(
                        () -> Suggestions.closest(name, programs.get(program).keySet())
                                .map(near -> "write " + near))
                .orElse("remove the option")));
    }

    private void machine(List<String> words, Assignment line) {
        if (words.stream().noneMatch("--keep-unit"::equals)) {
            sink.add(Finding.of(
                            Code.MACHINE_LEAVES_UNIT,
                            line.span(),
                            "without --keep-unit, systemd-vmspawn moves the machine to its own scope; Slice= "
                                    + "and the limits of this unit have no effect")
                    .fix("write --keep-unit, with Slice= and Delegate=yes in the unit"));
        }
    }
}
