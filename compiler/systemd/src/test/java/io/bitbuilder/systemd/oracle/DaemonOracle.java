package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A daemon that reads its own configuration, with drop-ins, when it starts. Each drop-in is followed by one of the
 * oracle's own ({@code NAME~.conf}), whose complaint marks the end of what is said while the first is read; the daemon
 * is killed when it has read the last one. A drop-in that cannot be read to its end keeps it from reading those behind.
 *
 * @param daemon path of the daemon
 * @param state folder below {@code /run} that it wants, and the user who owns it
 * @param user that user
 * @param last path below {@code etc} of a file that it reads after all of those
 * @param reads matches paths below {@code etc}
 * @param noise what it says for another reason than the files
 */
record DaemonOracle(String daemon, String state, String user, String last, Pattern reads, Pattern noise)
        implements Oracle {
    static final DaemonOracle NETWORKD = new DaemonOracle(
            "/usr/lib/systemd/systemd-networkd",
            "systemd/netif",
            "systemd-network",
            "systemd/network/~.netdev",
            Pattern.compile("^systemd/networkd\\.conf(\\.d/[^/]+\\.conf)?$"),
            Pattern.compile("varlink|/usr/lib/|cgroup map|/~\\.netdev"));
    static final DaemonOracle RESOLVED = new DaemonOracle(
            "/usr/lib/systemd/systemd-resolved",
            "systemd/resolve",
            "systemd-resolve",
            "systemd/dns-delegate.d/~~.dns-delegate",
            Pattern.compile("^systemd/(resolved\\.conf(\\.d/[^/]+\\.conf)?|dns-delegate\\.d/[^/]+\\.dns-delegate"
                    + "|dnssd/[^/]+\\.dnssd)$"),
            Pattern.compile("varlink|/usr/lib/|[Tt]rust anchor|^\\. IN DS|hostname"));

    private static final String SCRIPT = ToolLog.ENVIRONMENT + """
            daemon=$1 state=$2 user=$3 last=$4
            shift 4
            mkdir -p "/run/$state"
            chown "$user:" "/run/$state"
            for file in "$@"; do
              case $file in
                # One listener of one address is all that a host may have: forget those of the file before.
                *.d/*.conf|*.dns-delegate|*.dnssd)
                  printf '[Resolve]\\nDNSStubListenerExtra=\\n%s=1\\n' BbcMark >"/etc/${file%.*}~.${file##*.}" ;;
              esac
            done
            mkdir -p "/etc/${last%/*}"
            printf 'BbcMark=1\\n' >"/etc/$last"
            "$daemon" >/tmp/log 2>&1 &
            for wait in $(seq 1 80); do
              grep -qF "/etc/$last:" /tmp/log && break
              sleep 0.05
            done
            kill -KILL $!
            grep -qF "/etc/$last:" /tmp/log || echo "<27>the configuration was not read to its end"
            cat /tmp/log
            """;

    @Override
    public String program() {
        return daemon.substring(daemon.lastIndexOf('/') + 1) + ", own configuration";
    }

    @Override
    public Judgement judge(OracleRoot root, HostTree tree) {
        List<String> files = tree.files(path -> reads.matcher(path).find());
        ToolLog log = new ToolLog(files, noise);
        for (String file : files) {
            mark(file).ifPresent(mark -> log.marks("/etc/" + mark, file));
        }
        if (!files.isEmpty()) {
            List<String> words = new ArrayList<>(List.of(daemon, state, user, last));
            words.addAll(files);
            log.marks("/etc/" + last, "");
            log.read(root.inside(tree, SCRIPT, words.toArray(String[]::new)).lines());
        }
        Judgement judgement = log.judgement();
        List<String> strays = new ArrayList<>(judgement.strays());
        files.stream()
                .filter(file -> mark(file).isPresent() && !log.marked().contains(file))
                .forEach(file -> strays.add(file + Judgement.NOT_READ));
        return new Judgement(judgement.files(), strays);
    }

    private static Optional<String> mark(String file) {
        int dot = file.lastIndexOf('.');
        boolean alone = file.indexOf('/', "systemd/".length()) < 0;
        return alone ? Optional.empty() : Optional.of(file.substring(0, dot) + "~" + file.substring(dot));
    }
}
