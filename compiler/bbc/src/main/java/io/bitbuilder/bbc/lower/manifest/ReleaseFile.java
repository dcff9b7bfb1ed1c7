package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Architecture;
import io.bitbuilder.bbc.fleet.ExtensionType;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.lower.unit.ExtensionImage;
import java.util.Optional;

/**
 * Release files of extensions (os-release(5)): the systems that an extension fits. {@code _any} is any distribution.
 */
public final class ReleaseFile {
    private static final ArtefactKind HOST = ArtefactKind.of("host-release");
    private static final ArtefactKind EXTENSION = ArtefactKind.of("extension-release");

    private ReleaseFile() {}

    /** Returns the release file of the host's own confext, without which systemd does not merge it. */
    public static Artefact of(Host host) {
        String path = "hosts/" + host.name() + "/etc/extension-release.d/extension-release.bbc";
        return SystemdFile.of(
                path,
                HOST,
                Banner.host(host.name()),
                Section.named(SystemdFile.NO_SECTION, host.at().block())
                        .set("ID", Word.of("_any"))
                        .set(
                                "ARCHITECTURE",
                                Word.of(host.architecture().word()),
                                host.at().of("architecture"))
                        .set("EXTENSION_RELOAD_MANAGER", Word.of(1)));
    }

    /**
     * Returns the release file that an extension of a tenant must have; the architecture is empty if its hosts differ.
     */
    static Artefact of(String path, Banner banner, ExtensionImage image, Optional<Architecture> architecture) {
        String level = image.type() == ExtensionType.SYSEXT ? "SYSEXT_LEVEL" : "CONFEXT_LEVEL";
        return SystemdFile.of(
                path,
                EXTENSION,
                banner,
                Section.named(SystemdFile.NO_SECTION, image.origin())
                        .set("ID", Word.of("_any"))
                        .set(level, image.level().map(Word::of), image.origin())
                        .set("ARCHITECTURE", architecture.map(a -> Word.of(a.word())), image.origin()));
    }
}
