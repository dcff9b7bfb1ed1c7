package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Paths of files, as systemd checks and shortens them. */
public final class Paths {
    /** Bytes of a path with its zero byte (PATH_MAX). */
    private static final int MAX = 4096;

    /** Requirement of a directive for a path. */
    public enum Check {
        /** It begins with a slash. */
        ABSOLUTE,
        /** It does not. */
        RELATIVE,
        /** A slash at its end stays. */
        KEEP_SLASH,
        /** It does not lie below /dev, /sys or /proc. */
        NO_API,
        /** It does not lie below /sys or /proc. */
        NO_API_BUT_DEV
    }

    private Paths() {}

    /** Returns the path without redundant slashes and dots, or the reason why it is invalid. */
    public static Parsed<String> check(String path, Set<Check> checks) {
        if (!Utf8Text.isValid(path)) {
            return Parsed.bad("the path is not UTF-8");
        }
        if (checks.contains(Check.ABSOLUTE) && !isAbsolute(path)) {
            return Parsed.bad(Reason.invalid("path", path, "an absolute path"));
        }
        if (checks.contains(Check.RELATIVE) && isAbsolute(path)) {
            return Parsed.bad(Reason.invalid("path", path, "a relative path"));
        }
        String simple = simplify(path, checks.contains(Check.KEEP_SLASH));
        if (!isValid(simple)) {
            return Parsed.bad("the path exceeds 4095 bytes, or one of its components 255");
        }
        if (!isNormalized(simple)) {
            return Parsed.bad(Reason.about(path, "the path '" + path + "' contains '..'"));
        }
        boolean api = isBelow(simple, "/dev") && !checks.contains(Check.NO_API_BUT_DEV)
                || isBelow(simple, "/sys")
                || isBelow(simple, "/proc");
        return api && (checks.contains(Check.NO_API) || checks.contains(Check.NO_API_BUT_DEV))
                ? Parsed.bad(Reason.about(path, "the path '" + path + "' is in a kernel API file system"))
                : Parsed.good(simple);
    }

    /** Returns whether it begins with a slash. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/");
    }

    /**
     * Returns the path without duplicate slashes and {@code .} components; {@code .} or {@code /} when nothing else is
     * left.
     */
    public static String simplify(String path, boolean keepSlash) {
        if (path.isEmpty()) {
            return path;
        }
        String parts = parts(path).stream().collect(Collectors.joining("/"));
        String root = isAbsolute(path) ? "/" : "";
        if (parts.isEmpty()) {
            return root.isEmpty() ? "." : root;
        }
        return root + parts + (keepSlash && path.endsWith("/") ? "/" : "");
    }

    /** Returns the components without empty ones and {@code .}. */
    public static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    /** Returns whether the kernel accepts its length: at most 4095 bytes, 255 per component. */
    public static boolean isValid(String path) {
        return !path.isEmpty()
                && Utf8Text.length(path) < MAX
                && parts(path).stream().allMatch(part -> Utf8Text.length(part) <= PlainStrings.MAX_FILENAME);
    }

    /** Returns whether no component is {@code ..}. */
    public static boolean isSafe(String path) {
        return isValid(path) && parts(path).stream().noneMatch(".."::equals);
    }

    /** Returns whether it has no component {@code .} or {@code ..} and no duplicate slash. */
    public static boolean isNormalized(String path) {
        return isSafe(path)
                && !path.equals(".")
                && !path.startsWith("./")
                && !path.endsWith("/.")
                && !path.contains("/./")
                && !path.contains("//");
    }

    /** Returns whether the path is the folder or below it. */
    public static boolean isBelow(String path, String folder) {
        List<String> parts = parts(path);
        List<String> above = parts(folder);
        return isAbsolute(path) == isAbsolute(folder)
                && parts.size() >= above.size()
                && parts.subList(0, above.size()).equals(above);
    }
}
