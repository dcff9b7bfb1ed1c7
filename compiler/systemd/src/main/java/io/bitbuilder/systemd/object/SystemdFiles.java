package io.bitbuilder.systemd.object;

import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells the files of systemd in a tree from those of other programs with names alike: D-Bus and Avahi have
 * {@code .service} files, Podman {@code .network} files, and an init script may be named {@code a.service}.
 */
public final class SystemdFiles {
    /** Folders that systemd searches, at the end of the path of a folder. */
    private static final Pattern UNITS =
            below("systemd/(?:(?:system|user)(?:\\.control|\\.attached)?|transient|generator(?:\\.early|\\.late)?)");

    private static final Pattern DAEMONS = below("systemd");
    private static final Pattern SYSUPDATE = below("sysupdate(?:\\.[^/]+)?\\.d");
    private static final Map<FileKind, Pattern> OTHERS = Map.of(
            FileKind.NETWORK, below("systemd/network"),
            FileKind.NETDEV, below("systemd/network"),
            FileKind.LINK, below("systemd/network"),
            FileKind.NSPAWN, below("systemd/nspawn"),
            FileKind.DNSSD, below("systemd/dnssd"),
            FileKind.DNS_DELEGATE, below("systemd/dns-delegate\\.d"),
            FileKind.UDEV_CONF, below("udev"),
            FileKind.OS_RELEASE, below("(?:etc|usr/lib)"),
            FileKind.EXTENSION_RELEASE, below("extension-release\\.d"));

    /** Keys that Podman's .network files have in [Network] too (podman-systemd.unit(5)). */
    private static final Set<String> SHARED_KEYS = Set.of("DNS", "Gateway");

    private static final String SHARED_SECTION = "Network";

    private SystemdFiles() {}

    /**
     * Returns whether systemd reads a file of that path and content: in a folder that systemd searches it reads each
     * file of the type, elsewhere a file counts that has a section of its type.
     */
    public static boolean isRead(String path, byte[] bytes) {
        Optional<FileKind> kind = FileKinds.of(path);
        if (kind.isEmpty()) {
            return false;
        }
        String folder = FileKinds.isDropIn(path) ? FilePath.folder(FilePath.folder(path)) : FilePath.folder(path);
        return isSearched(kind.get(), folder) || holds(kind.get(), bytes);
    }

    private static boolean isSearched(FileKind kind, String folder) {
        if (kind.pathPart() == FileKind.PathPart.FOLDER) {
            return true;
        }
        Pattern searched = kind.isUnit()
                ? UNITS
                : OTHERS.getOrDefault(kind, kind.pathPart() == FileKind.PathPart.NAME ? DAEMONS : SYSUPDATE);
        return searched.matcher(folder).matches();
    }

    private static boolean holds(FileKind kind, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("#!") || text.indexOf('\0') >= 0) {
            return false;
        }
        if (kind.syntax() != FileSyntax.SECTIONS) {
            return text.lines().anyMatch(line -> line.startsWith("ID=") || line.startsWith("NAME="));
        }
        Set<String> sections = sections(kind);
        String section = "";
        for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
                if (sections.contains(section) && !isShared(kind, section)) {
                    return true;
                }
            } else if (isShared(kind, section) && isOfNetworkd(line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShared(FileKind kind, String section) {
        return kind == FileKind.NETWORK && section.equals(SHARED_SECTION);
    }

    private static boolean isOfNetworkd(String line) {
        String key = line.substring(0, Math.max(0, line.indexOf('='))).strip();
        return !SHARED_KEYS.contains(key)
                && Catalogue.load()
                        .find(FileKind.NETWORK.word(), SHARED_SECTION, key)
                        .isPresent();
    }

    private static Set<String> sections(FileKind kind) {
        Catalogue catalogue = Catalogue.load();
        Set<String> sections = new TreeSet<>(catalogue.sections(kind.word(), Catalogue.NEWEST));
        if (sections.isEmpty()) {
            kind.types().forEach(type -> sections.addAll(catalogue.sections(type, Catalogue.NEWEST)));
        }
        return sections;
    }

    private static Pattern below(String folder) {
        return Pattern.compile("(?:.*/)?" + folder);
    }
}
