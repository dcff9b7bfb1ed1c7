package io.bitbuilder.systemd.object;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.SectionHeader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that systemd configures: a unit, a network, a link, with its drop-ins.
 *
 * @param path path of its main file, given or not
 * @param main its main file; empty when only drop-ins are given
 * @param dropIns in the order in which they are applied
 */
public record ConfigObject(FileKind kind, FilePath path, Optional<ConfFile> main, List<ConfFile> dropIns) {

    /** Copies the list. */
    public ConfigObject {
        dropIns = List.copyOf(dropIns);
    }

    /** Returns its name, such as {@code a.service}. */
    public String name() {
        return path.object();
    }

    /** Returns the main file, then the drop-ins. */
    public Stream<ConfFile> files() {
        return Stream.concat(main.stream(), dropIns.stream());
    }

    /** Returns all sections with a name, in the order of reading. */
    public List<SectionHeader> sections(String name) {
        return files().flatMap(file -> file.sections(name).stream()).toList();
    }

    /** Returns all assignments, in the order of reading. */
    public Stream<Assignment> assignments() {
        return files().flatMap(file -> file.assignments().stream());
    }

    /** Returns the first line of its first file: the place for findings about the whole object. */
    public Span start() {
        return files().findFirst().orElseThrow().source().start();
    }

    /** Returns whether the main file has no byte, which masks the object. */
    public boolean isMasked() {
        return main.filter(file -> file.source().text().isEmpty()).isPresent();
    }
}
