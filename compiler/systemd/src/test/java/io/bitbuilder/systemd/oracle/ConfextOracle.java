package io.bitbuilder.systemd.oracle;

/** systemd-confext: merges the whole tree as a version of the confext bbc, and shows it as {@code /etc}. */
final class ConfextOracle implements Oracle {
    @Override
    public String program() {
        return "systemd-confext";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        // Its exit status is 0 for a confext that it refuses, so look at what is merged.
        String script = """
                (cd /tree && find . -type f -print0) | (cd /etc && xargs -0 rm -f)
                mkdir -p /var/lib/confexts/bbc.v/bbc_1
                cp -a /tree /var/lib/confexts/bbc.v/bbc_1/etc
                systemd-confext --no-reload refresh >/tmp/log 2>&1 || echo "exit status $?"
                diff -rq /tree /etc | grep -v '^Only in /etc' >/tmp/differences && cat /tmp/log /tmp/differences
                touch /etc/written 2>/dev/null && echo 'nothing is merged: /etc can be written to'
                exit 0
                """;
        return Judgement.unsorted(
                tree.files(path -> true), root.inside(tree, script).lines());
    }
}
