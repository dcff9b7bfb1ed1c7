package io.bitbuilder.bbc.verify;

import java.util.List;

/**
 * Where a file lies.
 *
 * @param host   what stands before the folder that systemd would search: the root of one host's files
 * @param layer  {@code etc}, {@code run}, {@code usr/local/lib}, {@code usr/lib}, or nothing when the path names none
 * @param folder the folder below it, such as {@code systemd/system}, without a folder of drop-ins
 * @param object name of what the file configures: {@code a.service} for itself and for all its drop-ins
 * @param dropIn true for a file of {@code a.service.d/}
 */
public record FilePath(String host, String layer, String folder, String object, boolean dropIn) {
    /** Folders that systemd searches, the first has precedence. */
    private static final List<String> LAYERS = List.of("etc", "run", "usr/local/lib", "usr/lib");

    /** From a path with {@code /} as separator. */
    public static FilePath of(String path) {
        String name = name(path);
        String folder = folder(path);
        boolean dropIn = name.endsWith(".conf") && folder.endsWith(".d") && Kinds.of(name(folder).substring(0, name(folder).length() - 2)).isPresent();
        String object = dropIn ? name(folder).substring(0, name(folder).length() - 2) : name;
        String place = dropIn ? folder(folder) : folder;
        for (String layer : LAYERS) {
            int at = ("/" + place + "/").indexOf("/" + layer + "/");
            if (at >= 0) {
                String below = place.length() > at + layer.length() ? place.substring(at + layer.length() + 1) : "";
                return new FilePath(place.substring(0, Math.max(0, at - 1)), layer, below, object, dropIn);
            }
        }
        return new FilePath("", "", place, object, dropIn);
    }

    /** Rank of the layer: of two files of one name the lower one is read. */
    public int rank() {
        return Math.max(0, LAYERS.indexOf(layer));
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What stands before the last part. */
    static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
