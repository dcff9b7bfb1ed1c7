package io.bitbuilder.systemd.oracle;

import java.util.List;

/** systemd-tmpfiles, as at boot: it must create the objects of the lines. */
final class FolderOracle implements Oracle {
    @Override
    public String program() {
        return "systemd-tmpfiles";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files("tmpfiles.d", ".conf");
        String script =
                "for file in \"$@\"; do systemd-tmpfiles --create \"/etc/$file\" || echo \"refused: $file\"; done";
        return Judgement.unsorted(
                files, root.inside(tree, script, files.toArray(String[]::new)).lines());
    }
}
