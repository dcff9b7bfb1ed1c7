package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Secret keys: files that everybody can read, files that networkd may not reach, and keys in a file of systemd. */
final class KeyFileRules {
    private static final List<String> READABLE = List.of("/etc/systemd/network/", "/run/", "/usr/", "@");
    private static final int OTHERS = 07;

    /** Name of the group that systemd-networkd runs as. */
    private static final String NETWORKD = "systemd-network";

    /**
     * A key that names a file with a secret, about whose mode systemd warns.
     *
     * @param reader group that must be able to read the file; {@code root} when the program runs as root
     */
    private record KeyFile(FileKind kind, String section, String key, String reader) {}

    private static final List<KeyFile> FILES = List.of(
            new KeyFile(FileKind.NETDEV, "WireGuard", "PrivateKeyFile", NETWORKD),
            new KeyFile(FileKind.NETDEV, "WireGuardPeer", "PresharedKeyFile", NETWORKD),
            new KeyFile(FileKind.NETDEV, "MACsecTransmitAssociation", "KeyFile", NETWORKD),
            new KeyFile(FileKind.NETDEV, "MACsecReceiveAssociation", "KeyFile", NETWORKD),
            new KeyFile(FileKind.LINK, "Link", "WakeOnLanPassword", "root"),
            new KeyFile(FileKind.REPART_D, "Partition", "KeyFile", "root"));

    /** Keys whose value is a secret, by section, with the way to write it elsewhere. */
    private static final Map<String, String> SECRETS = Map.of(
            "WireGuard.PrivateKey", "write PrivateKey=@CREDENTIAL, or PrivateKeyFile=PATH",
            "WireGuardPeer.PresharedKey", "write PresharedKey=@CREDENTIAL, or PresharedKeyFile=PATH",
            "MACsecTransmitAssociation.Key", "write KeyFile=PATH",
            "MACsecReceiveAssociation.Key", "write KeyFile=PATH");

    private KeyFileRules() {}

    static void judge(HostFiles host, FindingSink sink) {
        for (ConfigObject object : host.objects()) {
            FILES.stream()
                    .filter(file -> file.kind() == object.kind())
                    .forEach(file -> object.assignments()
                            .filter(line -> line.section().equals(file.section())
                                    && line.key().equals(file.key())
                                    && line.value().startsWith("/"))
                            .forEach(line -> file(host, file, line, sink)));
            if (object.kind() == FileKind.NETDEV) {
                object.assignments().forEach(line -> secret(line, sink));
            }
        }
    }

    private static void file(HostFiles host, KeyFile file, Assignment line, FindingSink sink) {
        int mode = host.mode(line.value().substring(1)).orElse(0);
        if ((mode & OTHERS) != 0) {
            sink.add(Finding.of(
                            Code.KEY_FILE_EXPOSED,
                            line.span(),
                            String.format(
                                    Locale.ROOT,
                                    "key file %s has mode %04o: everybody on the host can read it, and systemd warns",
                                    line.value(),
                                    mode))
                    .fix(
                            file.reader().equals("root")
                                    ? "run chmod 0600 " + line.value()
                                    : "run chgrp " + file.reader() + " " + line.value() + " and chmod 0640 "
                                            + line.value()));
        } else if (file.reader().equals(NETWORKD) && READABLE.stream().noneMatch(line.value()::startsWith)) {
            sink.add(Finding.of(
                            Code.KEY_FILE_UNREADABLE,
                            line.span(),
                            "systemd-networkd reads this file as user systemd-network, and does not "
                                    + "create the device when the file is not readable for it")
                    .fix("pass the key as a credential, @network.wireguard.NAME, or make file and "
                            + "directories readable for group systemd-network only"));
        }
    }

    private static void secret(Assignment line, FindingSink sink) {
        String fix = SECRETS.get(line.section() + "." + line.key());
        if (fix != null && !line.value().isEmpty() && !line.value().startsWith("@")) {
            sink.add(Finding.of(
                            Code.KEY_IN_FILE,
                            line.keySpan(),
                            "secret key in the file; everybody who can read the tree has it")
                    .fix(fix));
        }
    }
}
