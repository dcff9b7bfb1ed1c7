package io.bitbuilder.systemd.oracle;

import java.util.List;

/**
 * nft: checks each file with the tables of the base, then loads all of them together, twice, as a start and a reload
 * do.
 */
final class FirewallOracle implements Oracle {
    @Override
    public String program() {
        return "nft";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files("bbc/nft", ".nft");
        String script = """
                base=/etc/bbc/host/base.nft
                [ ! -e $base ] || nft --file $base || echo "refused: $base"
                load() {
                  if [ -e $base ]; then sh /etc/bbc/host/firewall.sh load "$(basename "$1" .nft)"
                  else nft --file "/etc/$1"; fi
                }
                for file in "$@"; do nft --check --file "/etc/$file" || echo "refused: $file"; done
                for turn in start reload; do
                  for file in "$@"; do load "$file" || echo "$turn refused: $file"; done
                done
                """;
        return Judgement.unsorted(
                files, root.inside(tree, script, files.toArray(String[]::new)).lines());
    }
}
