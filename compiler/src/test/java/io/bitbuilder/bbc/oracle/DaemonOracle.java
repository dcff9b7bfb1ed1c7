package io.bitbuilder.bbc.oracle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A daemon that reads its own configuration, with drop-ins, when it starts. Each drop-in is followed by one of the oracle's own
 * ({@code NAME~.conf}), whose complaint marks the end of what is said while the first is read; the daemon is killed when it has
 * read the last one.
 *
 * @param daemon path of the daemon
 * @param state   folder below {@code /run} that it wants, and the user who owns it
 * @param user    that user
 * @param reads   matches paths below {@code etc}
 * @param noise   what it says for another reason than the files
 */
record DaemonOracle(String daemon, String state, String user, Pattern reads, Pattern noise) implements Oracle {
    static final DaemonOracle NETWORKD = new DaemonOracle("/usr/lib/systemd/systemd-networkd", "systemd/netif", "systemd-network",
            Pattern.compile("^systemd/networkd\\.conf(\\.d/[^/]+\\.conf)?$"), Pattern.compile("varlink|/usr/lib/|cgroup map"));
    static final DaemonOracle RESOLVED = new DaemonOracle("/usr/lib/systemd/systemd-resolved", "systemd/resolve", "systemd-resolve",
            Pattern.compile("^systemd/(resolved\\.conf(\\.d/[^/]+\\.conf)?|dns-delegate\\.d/[^/]+\\.dns-delegate|dnssd/[^/]+\\.dnssd)$"),
            Pattern.compile("varlink|/usr/lib/|[Tt]rust anchor|^\\. IN DS|hostname"));

    private static final String SCRIPT = ToolLog.ENVIRONMENT + """
            daemon=$1 state=$2 user=$3
            shift 3
            mkdir -p "/run/$state"
            chown "$user:" "/run/$state"
            for file in "$@"; do
              case $file in
                *.d/*.conf|*.dns-delegate|*.dnssd) printf '%s=1\\n' BbcMark >"/etc/${file%.*}~.${file##*.}" ;;
              esac
            done
            # The last file that each kind of reader comes to.
            for mark in systemd/networkd.conf.d/~~.conf systemd/resolved.conf.d/~~.conf systemd/dns-delegate.d/~~.dns-delegate \\
                systemd/dnssd/~~.dnssd; do
              mkdir -p "/etc/${mark%/*}"
              printf 'BbcMark=1\\n' >"/etc/$mark"
            done
            case $daemon in
              *networkd) last=/etc/systemd/networkd.conf.d/~~.conf ;;
              *) last=/etc/systemd/dns-delegate.d/~~.dns-delegate ;;
            esac
            "$daemon" >/tmp/log 2>&1 &
            for wait in $(seq 1 80); do
              grep -qF "$last:" /tmp/log && break
              sleep 0.05
            done
            kill -KILL $!
            grep -qF "$last:" /tmp/log || echo "<27>the configuration was not read to its end"
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
        for (String last : List.of("networkd.conf.d/~~.conf", "resolved.conf.d/~~.conf", "dns-delegate.d/~~.dns-delegate")) {
            log.marks("/etc/systemd/" + last, "");
        }
        if (!files.isEmpty()) {
            String[] words = new String[3 + files.size()];
            words[0] = daemon;
            words[1] = state;
            words[2] = user;
            for (int i = 0; i < files.size(); i++) {
                words[3 + i] = files.get(i);
            }
            log.read(root.inside(tree, SCRIPT, words).lines());
        }
        return log.judgement();
    }

    private static Optional<String> mark(String file) {
        int dot = file.lastIndexOf('.');
        boolean alone = file.indexOf('/', "systemd/".length()) < 0;
        return alone ? Optional.empty() : Optional.of(file.substring(0, dot) + "~" + file.substring(dot));
    }
}
