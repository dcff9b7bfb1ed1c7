package io.bitbuilder.systemd.rule.line;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfSyntaxError;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lines at whose value systemd stops reading the file, as at a syntax error. networkd and udev then skip the drop-ins
 * as well. One instance per object, because a domain that is announced twice may be in two files.
 */
public final class FatalLines {
    private static final Set<FileKind> NETWORK_KINDS = Set.of(FileKind.NETWORK, FileKind.NETDEV, FileKind.LINK);
    private static final String DOMAINS = "Domains";
    private static final Set<String> ANNOUNCING = Set.of("IPv6SendRA", "IPv6PrefixDelegation");

    private final LineChecker rules;
    private final FileKind kind;
    private final String object;
    private final Set<String> announced = new HashSet<>();
    private boolean stopped;

    public FatalLines(LineChecker rules, FileKind kind, String object) {
        this.rules = rules;
        this.kind = kind;
        this.object = object;
    }

    /** Returns whether systemd reads nothing more of the object. */
    public boolean stopped() {
        return stopped;
    }

    /** Returns the file up to the first such line. */
    public ConfFile cut(ConfFile file) {
        stopped |= file.stopped() && NETWORK_KINDS.contains(kind);
        for (Assignment line : file.assignments()) {
            Optional<String> repeated = repeated(line);
            if (repeated.isPresent() || rules.stopsAt(kind, object, line)) {
                stopped |= NETWORK_KINDS.contains(kind);
                return repeated.map(name -> ended(file.until(line), name, line)).orElseGet(() -> file.until(line));
            }
        }
        return file;
    }

    private static ConfFile ended(ConfFile file, String name, Assignment line) {
        ConfSyntaxError error =
                new ConfSyntaxError.Malformed(Effect.FILE_IGNORED, "duplicate domain '" + name + "'", line.span());
        return new ConfFile(
                file.source(),
                file.headers(),
                file.assignments(),
                Stream.concat(file.syntaxErrors().stream(), Stream.of(error)).toList(),
                true);
    }

    /** Returns a domain that is announced twice, which networkd mistakes for a lack of memory. */
    private Optional<String> repeated(Assignment line) {
        if (kind != FileKind.NETWORK || !line.key().equals(DOMAINS) || !ANNOUNCING.contains(line.section())) {
            return Optional.empty();
        }
        if (line.value().isEmpty()) {
            announced.clear();
        }
        return Splitter.of(line.value()).rest().toOptional().orElse(List.of()).stream()
                .filter(name -> !announced.add(name))
                .findFirst();
    }
}
