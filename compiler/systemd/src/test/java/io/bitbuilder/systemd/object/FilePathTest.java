package io.bitbuilder.systemd.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Host, folder and object of a file, from its path. */
class FilePathTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "etc/systemd/system/a.service, '', etc, systemd/system, a.service, false",
                "/etc/systemd/system/a.service, '', etc, systemd/system, a.service, false",
                "x/node-a/etc/systemd/system/a.service.d/50-b.conf, x/node-a, etc, systemd/system, a.service, true",
                "usr/local/lib/systemd/network/a.network, '', usr/local/lib, systemd/network, a.network, false",
                "x/usr/lib/tmpfiles.d/a.conf, x, usr/lib, tmpfiles.d, a.conf, false",
                "x/systemd/network/a.network, x, '', systemd/network, a.network, false",
                "x/etc/bbc/guest/a/network.network.50-host0, "
                        + "x/etc/bbc/guest/a, '', '', network.network.50-host0, false",
                "a.network, '', '', '', a.network, false",
                "etc/os-release, '', etc, '', os-release, false",
                "v/var/lib/confexts/n/etc/systemd/network/a.netdev, "
                        + "v/var/lib/confexts/n, etc, systemd/network, a.netdev, false"
            })
    void aPathHasItsParts(String path, String host, String layer, String folder, String object, boolean dropIn) {
        assertEquals(new FilePath(host, layer, folder, object, dropIn), FilePath.of(path));
    }

    @Test
    void etcIsReadBeforeRunAndBothBeforeUsr() {
        assertTrue(FilePath.of("etc/systemd/system/a.service").rank()
                < FilePath.of("run/systemd/system/a.service").rank());
        assertTrue(FilePath.of("run/systemd/generator.early/a.service").rank()
                < FilePath.of("etc/systemd/system/a.service").rank());
        assertTrue(FilePath.of("usr/lib/systemd/system/a.service").rank()
                < FilePath.of("run/systemd/generator.late/a.service").rank());
        assertTrue(FilePath.of("etc/systemd/network/a.network").rank()
                < FilePath.of("usr/lib/systemd/network/a.network").rank());
    }

    @Test
    void allFoldersOfUnitsAreOnePlace() {
        assertEquals(
                FilePath.of("etc/systemd/system/a.service").place(),
                FilePath.of("run/systemd/generator/a.service").place());
        assertTrue(FilePath.of("run/systemd/generator/a.service").isGenerated());
        assertFalse(FilePath.of("etc/systemd/system/a.service").isGenerated());
    }
}
