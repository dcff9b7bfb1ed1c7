package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.EnvironmentFile;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** os-release(5) and extension-release files (systemd-sysext(8)). */
final class ReleaseRules {
    private static final String PREFIX = "extension-release.";
    private static final Set<String> BOOLEANS =
            Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");
    private static final Set<String> SCOPES = Set.of("system", "initrd", "portable");
    private static final String ANY = "_any";

    private final EnvironmentFile file;
    private final LineChecker checker;
    private final FindingSink sink;

    private ReleaseRules(EnvironmentFile file, LineChecker checker, FindingSink sink) {
        this.file = file;
        this.checker = checker;
        this.sink = sink;
    }

    static void judge(FileKind kind, RawFile raw, LineChecker checker, FindingSink sink) {
        EnvironmentFile file = EnvironmentFile.read(raw.path(), raw.bytes());
        ReleaseRules rules = new ReleaseRules(file, checker, sink);
        file.stray()
                .forEach(span -> sink.add(Code.VALUE_WITHOUT_EFFECT, span, "missing '='; systemd ignores the line"));
        file.invalid().ifPresent(span -> sink.add(Code.FILE_IGNORED, span, "invalid UTF-8; systemd ignores the file"));
        if (kind == FileKind.EXTENSION_RELEASE && file.invalid().isEmpty()) {
            rules.extension(FilePath.name(raw.path()).substring(PREFIX.length()));
        }
    }

    private void extension(String name) {
        if (name.isEmpty() || name.startsWith(".#")) {
            sink.add(
                    Code.FILE_IGNORED,
                    file.source().start(),
                    "missing extension name in the file name; systemd does not find the file");
        }
        Optional<Assignment> id = file.last("ID");
        if (id.map(Assignment::value).orElse("").isEmpty()) {
            sink.add(
                    Code.FILE_IGNORED,
                    id.map(Assignment::span).orElse(file.source().start()),
                    "missing ID=; systemd does not merge an extension without the ID of its host, or ID=_any");
        }
        architecture();
        flag("EXTENSION_RELOAD_MANAGER");
        scope("SYSEXT_SCOPE");
        scope("CONFEXT_SCOPE");
        level(id);
        file.assignments().forEach(this::age);
    }

    private void architecture() {
        file.last("ARCHITECTURE")
                .filter(a -> !a.value().isEmpty()
                        && !a.value().equals(ANY)
                        && !checker.catalogue().words("architecture").accepts(a.value(), checker.target()))
                .ifPresent(a -> sink.add(
                        Code.FILE_IGNORED,
                        a.span(),
                        "unknown architecture '" + a.value() + "'; no host merges the extension"));
    }

    private void flag(String key) {
        file.last(key)
                .filter(a ->
                        !a.value().isEmpty() && !BOOLEANS.contains(a.value().toLowerCase(Locale.ROOT)))
                .ifPresent(a -> sink.add(
                        Code.INVALID_DIRECTIVE_VALUE, a.span(), key + "=: '" + a.value() + "' is not a boolean"));
    }

    /** Checks the scopes to which an extension is limited. */
    private void scope(String key) {
        file.last(key)
                .filter(a -> List.of(a.value().strip().split("\\s+")).stream().noneMatch(SCOPES::contains))
                .ifPresent(a -> sink.add(
                        Code.FILE_IGNORED,
                        a.span(),
                        key + "=: unknown scope '" + a.value() + "'; no host merges the extension"));
    }

    /** Reports extensions without a version, which only match hosts without one. */
    private void level(Optional<Assignment> id) {
        boolean versioned = file.last("VERSION_ID").isPresent()
                || file.last("SYSEXT_LEVEL").isPresent()
                || file.last("CONFEXT_LEVEL").isPresent();
        id.filter(a -> !a.value().isEmpty() && !a.value().equals(ANY) && !versioned)
                .ifPresent(a -> sink.add(
                        Code.VALUE_WITHOUT_EFFECT,
                        a.span(),
                        "missing VERSION_ID= or level for ID=" + a.value()
                                + "; hosts whose os-release has VERSION_ID= do not merge the extension"));
    }

    private void age(Assignment assignment) {
        checker.catalogue()
                .find("extension-release", "-", assignment.key())
                .filter(d -> d.lifespan().since() > checker.target())
                .ifPresent(d -> sink.add(
                        Code.UNSUPPORTED_IN_RELEASE,
                        assignment.keySpan(),
                        assignment.key() + "= is not supported by systemd " + checker.target() + " (since "
                                + d.lifespan().since() + "); it ignores the line"));
    }
}
