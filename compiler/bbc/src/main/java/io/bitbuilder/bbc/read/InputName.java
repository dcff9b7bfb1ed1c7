package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Owner;
import java.util.List;
import java.util.Locale;

/**
 * Role of a file, by its path below the root. A name that looks like input to a reviewer but is not input is refused,
 * never skipped silently.
 */
public sealed interface InputName {
    /** A program: {@code *.bbc} anywhere. */
    record Program() implements InputName {}

    /** A tenant in JSON: {@code metadata.json} directly in a tenant's folder. */
    record Metadata() implements InputName {}

    /**
     * Values of a program: {@code *.csv} and {@code *.json} of a tenant, and in the platform's folders {@code platform}
     * and {@code lib}. One that no program names is an {@link Unread} file.
     */
    record Data() implements InputName {}

    /** A lock: {@code locks/<tenant>.lock} outside of tenants' folders. */
    record Lock() implements InputName {}

    /** Not input, and cannot be mistaken for it. */
    record Other() implements InputName {}

    /**
     * File in a tenant's folder, or hidden folder of a fleet, that a reader may expect to have an effect. It is
     * reported, and its content not read.
     */
    record Unread() implements InputName {}

    /** Looks like input and is reported; the reason is a clause. */
    record Refused(Code code, String reason, String fix) implements InputName {}

    /** Endings of documentation. */
    List<String> FOR_PEOPLE = List.of(".md", ".txt", ".adoc", ".rst");

    /** Folders of the platform whose data files programs may name. */
    List<String> DATA_FOLDERS = List.of("platform", "lib");

    /** Returns whether a path is a file that nothing may read, or that nothing reads unless a program names it. */
    static boolean isUnnamed(String path) {
        return of(path) instanceof Unread || of(path) instanceof Data && Owner.of(path) instanceof Owner.Tenant;
    }

    /** Settings of an operator that BitBuilder's documents describe, at the root of a fleet. */
    String GITOPS = ".gitops/";

    /** Folders of a fleet; a link or a submodule in one of them, or in its place, stands for input. */
    List<String> FLEET_FOLDERS = List.of("tenants", "platform", "lib", "locks");

    /**
     * Returns whether an entry that is neither a file nor a folder stands in place of an input, so that a reviewer
     * could take its target for one.
     */
    static boolean isInPlaceOfInput(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (of(path)) {
            case Program p -> true;
            case Metadata m -> true;
            case Lock l -> true;
            case Data d -> true;
            case Refused r -> true;
            case Unread u -> true;
            case Other o -> !isForPeople(name.toLowerCase(Locale.ROOT)) && isInFleet(path);
        };
    }

    private static boolean isInFleet(String path) {
        return List.of(path.split("/", -1)).stream()
                .anyMatch(part -> FLEET_FOLDERS.contains(part) || Owner.isTenantFolder(part));
    }

    /** Returns the role of a regular file, or of a hidden folder, whose path ends with a slash. */
    static InputName of(String path) {
        if (path.endsWith("/")) {
            return isInFleet(path) || path.equals(GITOPS) ? new Unread() : new Other();
        }
        List<String> parts = List.of(path.split("/", -1));
        List<String> folders = parts.subList(0, parts.size() - 1);
        String name = parts.getLast();
        if (folders.stream().anyMatch(f -> f.startsWith("."))) {
            return new Other();
        }
        if (isBackup(name)) {
            return new Refused(Code.BACKUP_IGNORED, "backup file `" + name + "` is ignored", "delete it");
        }
        InputName kind = kind(path, folders, name.toLowerCase(Locale.ROOT));
        if (kind instanceof Data) {
            return name.startsWith(".") ? new Other() : kind;
        }
        if (kind instanceof Unread) {
            return name.startsWith(".") ? new Other() : kind;
        }
        return kind instanceof Other ? kind : judge(parts, name, kind);
    }

    private static InputName kind(String path, List<String> folders, String name) {
        boolean tenants = Owner.of(path) instanceof Owner.Tenant;
        // Release file of a compiled tree among the sources; systemd requires its name.
        if (name.endsWith(".bbc") && !name.equals("extension-release.bbc")) {
            return new Program();
        }
        if (name.equals("metadata.json") && tenants && Owner.of(String.join("/", folders)) instanceof Owner.Platform) {
            return new Metadata();
        }
        boolean lock = name.endsWith(".lock")
                && !tenants
                && !folders.isEmpty()
                && folders.getLast().equals("locks");
        boolean data = (name.endsWith(".csv") || name.endsWith(".json"))
                && (tenants || !folders.isEmpty() && DATA_FOLDERS.contains(folders.getFirst()));
        // A registry beside the folders of tenants admits nobody.
        boolean beside = !tenants && !folders.isEmpty() && folders.getLast().equals("tenants");
        boolean unread = (tenants || beside) && !isForPeople(name);
        return lock ? new Lock() : data ? new Data() : unread ? new Unread() : new Other();
    }

    private static boolean isForPeople(String name) {
        return FOR_PEOPLE.stream().anyMatch(name::endsWith) || name.startsWith("license") || name.equals("codeowners");
    }

    private static InputName judge(List<String> parts, String name, InputName kind) {
        if (name.startsWith(".")) {
            return new Refused(
                    Code.HIDDEN_INPUT_FILE, "hidden input file `" + name + "`", "rename it without the leading dot");
        }
        String ending = kind instanceof Metadata ? name : name.substring(name.lastIndexOf('.'));
        if (!ending.equals(ending.toLowerCase(Locale.ROOT))) {
            return new Refused(
                    Code.FILE_NAME_CASE,
                    "file name `" + name + "` is in the wrong case",
                    "rename it to `" + name.toLowerCase(Locale.ROOT) + "`");
        }
        for (String part : parts) {
            String wrong = PathRule.wrong(part);
            if (!wrong.isEmpty()) {
                String lower = part.toLowerCase(Locale.ROOT);
                String fix = PathRule.wrong(lower).isEmpty()
                        ? "rename it to `" + lower + "`"
                        : "rename it with a-z, 0-9 and inner `. _ -`";
                return new Refused(Code.INVALID_FILE_NAME, "invalid name `" + part + "`: it " + wrong, fix);
            }
        }
        return kind;
    }

    private static boolean isBackup(String name) {
        for (String end : List.of("~", ".swp", ".bak", ".orig")) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(end) && (lower.endsWith(".bbc" + end) || lower.endsWith("metadata.json" + end))) {
                return true;
            }
        }
        return false;
    }
}
