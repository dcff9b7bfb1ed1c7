package io.bitbuilder.systemd.oracle;

import java.util.List;
import java.util.regex.Pattern;

/** udev's own reader of {@code .link} files: it reads all of them to print the settings of the loopback device. */
final class LinkOracle implements Oracle {
    private static final Pattern NOISE = Pattern.compile("naming scheme|^lo: ");

    @Override
    public String program() {
        return "udevadm test-builtin net_setup_link";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> path.matches("systemd/network/[^/]+\\.link(\\.d/[^/]+\\.conf)?"));
        ToolLog log = new ToolLog(files, NOISE);
        if (!files.isEmpty()) {
            log.read(root.inside(
                            tree, ToolLog.ENVIRONMENT + "udevadm test-builtin net_setup_link /sys/class/net/lo 2>&1")
                    .lines());
        }
        return log.judgement();
    }
}
