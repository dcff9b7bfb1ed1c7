package io.bitbuilder.systemd.object;

import io.bitbuilder.systemd.value.UnitNames;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a file's path.
 *
 * @param host the path before the folder that systemd searches: the root of one host's files
 * @param layer {@code etc}, {@code run}, {@code usr/local/lib}, {@code usr/lib}, the folders of a home for units of its
 *     user ({@code .config}, {@code .local/share}), or empty when the path has none
 * @param folder the folder below it, such as {@code systemd/system}, without the folder of drop-ins; empty when the
 *     path has none
 * @param object name of the configured object: {@code a.service} for itself and for all its drop-ins, {@code service}
 *     for those of all services
 * @param dropIn true for a file of {@code a.service.d/}
 */
public record FilePath(String host, String layer, String folder, String object, boolean dropIn) {
    /** Folders that systemd searches, in order of precedence. */
    private static final List<String> LAYERS =
            List.of(".config", "etc", "run", ".local/share", "usr/local/lib", "usr/lib");

    /** {@code lib} is a link to {@code usr/lib} on a host with a merged /usr; sources of packages still write it. */
    private static final Pattern LIB = Pattern.compile("(?<host>|.*/)(?<!var/|usr/|local/)lib");

    /** A folder below one that systemd searches, which it does not read; links to units are in {@code .wants} etc. */
    private static final Pattern UNREAD =
            Pattern.compile("systemd/(?:system|user|network)/(?!.*\\.(?:d|wants|requires|upholds)(?:/|$)).+");

    /** Folders of units in order of precedence (systemd.unit(5)). */
    private static final List<String> UNITS = List.of(
            "etc/systemd/system.control",
            "run/systemd/system.control",
            "run/systemd/transient",
            "run/systemd/generator.early",
            "etc/systemd/system",
            "etc/systemd/system.attached",
            "run/systemd/system",
            "run/systemd/system.attached",
            "run/systemd/generator",
            "usr/local/lib/systemd/system",
            "usr/lib/systemd/system",
            "run/systemd/generator.late");

    /** Folders below a layer, beside those that end with {@code .d}. */
    private static final String SYSTEMD = "systemd";

    private static final String SYSTEM = "systemd/system";

    /** Parses a path with {@code /} as separator. */
    public static FilePath of(String path) {
        String name = name(path);
        String folder = folder(path);
        boolean dropIn = FileKinds.isDropIn(path);
        String object = dropIn ? name(folder).substring(0, name(folder).length() - 2) : name;
        String place = dropIn ? folder(folder) : folder;
        int start = known(place);
        String above = place.substring(0, Math.max(0, start - 1));
        String below = place.substring(Math.min(start, place.length()));
        if (UNREAD.matcher(below).matches()) {
            return new FilePath(place, "", "", object, dropIn);
        }
        Matcher lib = LIB.matcher(above);
        if (lib.matches()) {
            return new FilePath(lib.group("host").replaceFirst("/$", ""), "usr/lib", below, object, dropIn);
        }
        for (String layer : LAYERS) {
            if (above.equals(layer) || above.endsWith("/" + layer)) {
                return new FilePath(
                        above.substring(0, Math.max(0, above.length() - layer.length() - 1)),
                        layer,
                        below,
                        object,
                        dropIn);
            }
        }
        return new FilePath(above, "", below, object, dropIn);
    }

    /** Returns the offset of the last folder that systemd searches below its layers; the end when there is none. */
    private static int known(String place) {
        int end = place.length();
        int found = place.length() + 1;
        while (end > 0) {
            int start = place.lastIndexOf('/', end - 1) + 1;
            String part = place.substring(start, end);
            if (part.equals(SYSTEMD)) {
                return start;
            }
            if (part.endsWith(".d")) {
                found = start;
            }
            end = start - 1;
        }
        return found;
    }

    /** Returns the search path of the file: one for all folders of units, the folder itself for others. */
    public String place() {
        return UNITS.contains(layer + "/" + folder) ? SYSTEM : folder;
    }

    /** Returns true for units that generators write when the manager starts. */
    public boolean isGenerated() {
        return folder.startsWith("systemd/generator")
                && FileKinds.of(object).filter(FileKind::isUnit).isPresent();
    }

    /** Returns the precedence: of two files with one name systemd reads the one of lower rank. */
    public int rank() {
        int unit = UNITS.indexOf(layer + "/" + folder);
        return unit >= 0 ? unit : Math.max(0, LAYERS.indexOf(layer));
    }

    /** Returns the path as that of another object: an instance is read from the file of its template. */
    public FilePath named(String name) {
        return new FilePath(host, layer, folder, name, dropIn);
    }

    /** Returns whether the path is a drop-in for all units of a type, {@code service.d/a.conf}. */
    public boolean isForType() {
        return dropIn && UnitNames.TYPES.contains(object);
    }

    /** Returns whether the file is in a folder below one that systemd searches, which it does not read. */
    public static boolean isUnread(String path) {
        String folder = FileKinds.isDropIn(path) ? folder(folder(path)) : folder(path);
        return UNREAD.matcher(folder.substring(Math.min(known(folder), folder.length())))
                .matches();
    }

    /** Returns the last part of a path. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path without its last part. */
    public static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
