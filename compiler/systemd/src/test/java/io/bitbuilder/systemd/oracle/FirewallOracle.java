package io.bitbuilder.systemd.oracle;

import java.util.List;

/** nft: checks each file, then loads all of them together, twice, as a start and a reload do. */
final class FirewallOracle implements Oracle {
    @Override
    public String program() {
        return "nft";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files("bbc/nft", ".nft");
        String script = """
                for file in "$@"; do nft --check --file "/etc/$file" || echo "refused: $file"; done
                for turn in start reload; do
                  for file in "$@"; do nft --file "/etc/$file" || echo "$turn refused: $file"; done
                done
                """;
        return Judgement.unsorted(
                files, root.inside(tree, script, files.toArray(String[]::new)).lines());
    }
}
