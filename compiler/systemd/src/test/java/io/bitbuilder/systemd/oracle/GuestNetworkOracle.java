package io.bitbuilder.systemd.oracle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** networkd again, as it reads the guests' own files, which reach them as credentials. */
final class GuestNetworkOracle implements Oracle {
    private static final String CREDENTIAL = "/network.network.";

    @Override
    public String program() {
        return "systemd-networkd of the guests";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> path.startsWith("bbc/guest/") && path.contains(CREDENTIAL));
        String script = """
                rm -rf /etc/systemd/network
                mkdir /etc/systemd/network
                n=0
                for file in "$@"; do cp "/tree/$file" "/etc/systemd/network/$n.network"; n=$((n + 1)); done
                set --
                """ + NetworkOracle.RUN;
        Command.Outcome outcome = root.inside(tree, script, files.toArray(String[]::new));
        SortedMap<String, List<OracleComplaint>> named = new TreeMap<>();
        List<String> loaded = IntStream.range(0, files.size())
                .mapToObj(n -> "systemd/network/" + n + ".network")
                .toList();
        Judgement judgement = NetworkOracle.judgement(outcome, loaded, Map.of());
        for (int n = 0; n < files.size(); n++) {
            named.put(files.get(n), judgement.files().getOrDefault(loaded.get(n), List.of()));
        }
        return new Judgement(named, judgement.strays());
    }
}
