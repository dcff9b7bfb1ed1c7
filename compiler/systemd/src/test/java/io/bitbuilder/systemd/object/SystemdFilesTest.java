package io.bitbuilder.systemd.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of a tree are systemd's, by folder, name and content. */
class SystemdFilesTest {
    private static boolean isRead(String path, String text) {
        return SystemdFiles.isRead(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Files of other programs; lines are separated by {@code ;}. */
    @ParameterizedTest
    @CsvSource({
        "usr/share/dbus-1/system-services/org.x.service, [D-BUS Service];Name=org.x;Exec=/usr/bin/x",
        "etc/avahi/services/ssh.service, <?xml version='1.0'?>;<service-group>",
        "etc/containers/systemd/web.network, [Network];Subnet=10.0.0.0/24;Gateway=10.0.0.1;DNS=10.0.0.2",
        "quadlets/web.network, [Unit];Description=x;[Network];Driver=bridge;[Install];WantedBy=default.target",
        "usr/lib/needrestart/restart.d/dbus.service, #!/bin/sh;cat <<E;[Unit];E",
        "features/login.feature, Feature: a user logs in",
        "etc/dbus-1/system.conf, <busconfig/>",
        "etc/default/service, A=1",
        "etc/init.d/network, [Match]",
        "tests/kdump/service, [Unit]",
        "test/Containerfile.path, FROM x",
        "etc/gconf/2/path, xml:readonly:/etc",
        "usr/bin/os-release, exec cat",
        "a/udev.conf, udev_log=info",
        "x/foo.service.d/a.conf, key=value"
    })
    void filesOfOtherProgramsAreNot(String path, String lines) {
        assertEquals(false, isRead(path, lines.replace(';', '\n')));
    }

    /** Files of systemd, in the folders that it searches and in sources. */
    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/a.service, garbage",
        "home/me/.config/systemd/user/a.service, garbage",
        "lib/systemd/system/a.service.d/a.conf, garbage",
        "etc/systemd/system/service.d/a.conf, garbage",
        "etc/systemd/network/web.network, [Network];DNS=1.1.1.1",
        "etc/systemd/journald.conf.d/a.conf, garbage",
        "etc/udev/udev.conf, udev_log=info",
        "etc/sysupdate.d/a.transfer, garbage",
        "etc/tmpfiles.d/a.conf, garbage",
        "etc/os-release, garbage",
        "packaging/web.service, # comment;;[Unit];Description=x",
        "network/web.network, [Network];DHCP=yes",
        "network/web.network, [Match];Name=x",
        "conf/journald.conf, [Journal];Storage=none",
        "image/os-release, ID=x",
        "sources/service.d/a.conf, [Service];Restart=always"
    })
    void filesOfSystemdAre(String path, String lines) {
        assertEquals(true, isRead(path, lines.replace(';', '\n')));
    }

    @Test
    void binariesAreNot() {
        assertEquals(false, isRead("usr/share/a.service", "\u007fELF\0\n[Unit]\n"));
    }
}
