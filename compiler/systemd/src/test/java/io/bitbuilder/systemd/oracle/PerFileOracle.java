package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program that is started once for each file, all of them by one shell.
 *
 * @param program its name
 * @param reads matches paths below {@code etc}
 * @param script checks the file {@code $path}, whose name is {@code $name}; the folder {@code /tmp/one} is empty
 * @param noise lines that do not concern the file, for example about its exit
 */
record PerFileOracle(String program, Pattern reads, String script, Pattern noise) implements Oracle {
    private static final Pattern NOTHING = Pattern.compile("^$");

    /** The settings reader: complains by line, then refuses the empty root that it is given. */
    static final PerFileOracle NSPAWN = new PerFileOracle(
            "systemd-nspawn",
            Pattern.compile("^systemd/nspawn/[^/]+\\.nspawn$"),
            """
            systemd-nspawn --settings=override --register=no --keep-unit \\
              --machine="${name%.nspawn}" --directory=/tmp/one
            """,
            Pattern.compile("doesn't look like |^Note: in a future version"));

    /** Reads the lines and makes nothing. */
    static final PerFileOracle TMPFILES = new PerFileOracle(
            "systemd-tmpfiles --dry-run",
            Pattern.compile("^tmpfiles\\.d/[^/]+\\.conf$"),
            "systemd-tmpfiles --create --boot --dry-run \"$path\" | grep '^<[0-5]'\n",
            Pattern.compile("^Would "));

    static final PerFileOracle SYSUSERS = new PerFileOracle(
            "systemd-sysusers --dry-run",
            Pattern.compile("^sysusers\\.d/[^/]+\\.conf$"),
            "systemd-sysusers --dry-run \"$path\"\n",
            Pattern.compile("^Would |^Creating |^Suggested "));

    /** Each definition by itself, on an image that is not made. */
    static final PerFileOracle REPART = new PerFileOracle(
            "systemd-repart", Pattern.compile("^repart\\.d/[^/]+\\.conf$"), """
            cp "$path" /tmp/one
            timeout 20 systemd-repart --dry-run=yes --empty=create --size=auto \\
              --definitions=/tmp/one /tmp/image >/dev/null
            rm -f /tmp/image
            """, Pattern.compile("^No machine ID"));

    /** Transfers and features one by one; a component with nothing in it. */
    static final PerFileOracle SYSUPDATE = new PerFileOracle(
            "systemd-sysupdate",
            Pattern.compile("^(sysupdate\\.d/[^/]+\\.(transfer|feature)|sysupdate\\.[^/]+\\.component)$"),
            """
            case $name in
              *.component)
                component=${name#sysupdate.}
                /usr/lib/systemd/systemd-sysupdate --component="${component%.component}" \\
                  --offline features >/dev/null ;;
              *)
                cp "$path" /tmp/one
                /usr/lib/systemd/systemd-sysupdate --definitions=/tmp/one --offline --verify=no list >/dev/null ;;
            esac
            """,
            Pattern.compile("^No transfer definitions|^Determining|^Discovering|^No components"));

    static final PerFileOracle UDEV_RULES = new PerFileOracle(
            "udevadm verify",
            Pattern.compile("^udev/rules\\.d/[^/]+\\.rules$"),
            "udevadm verify --no-summary \"$path\" | sed 's/^/<28>/'\n",
            NOTHING);

    private static final String LOOP = ToolLog.ENVIRONMENT + """
            for file in "$@"; do
              echo "@@ $file"
              rm -rf /tmp/one
              mkdir /tmp/one
              path=/etc/$file name=${file##*/}
              {
            %s
              } 2>&1 </dev/null
            done
            """;

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> reads.matcher(path).find());
        ToolLog log = new ToolLog(files, noise);
        for (String file : files) {
            log.called("/tmp/one/" + file.substring(file.lastIndexOf('/') + 1), file);
        }
        if (files.isEmpty()) {
            return log.judgement();
        }
        log.read(root.inside(tree, LOOP.replace("%s", script), files.toArray(String[]::new))
                .lines());
        Judgement judgement = log.judgement();
        List<String> strays = new ArrayList<>(judgement.strays());
        files.stream()
                .filter(file -> !log.marked().contains(file))
                .forEach(file -> strays.add(file + Judgement.NOT_READ));
        return new Judgement(judgement.files(), strays);
    }
}
