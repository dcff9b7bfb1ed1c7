package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Header;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that systemd loads: a unit, a network, a link, with its drop-ins.
 *
 * @param path where its main file lies or would lie
 * @param main its main file; empty when only drop-ins were given
 * @param dropIns in the order in which they are applied
 */
public record Loaded(Kind kind, FilePath path, Optional<ConfFile> main, List<ConfFile> dropIns) {

    /** Copies. */
    public Loaded {
        dropIns = List.copyOf(dropIns);
    }

    /** Its name, such as {@code a.service}. */
    public String name() {
        return path.object();
    }

    /** Main file first, then the drop-ins. */
    public Stream<ConfFile> files() {
        return Stream.concat(main.stream(), dropIns.stream());
    }

    /** All sections of a name, in the order of reading. */
    public List<Header> sections(String name) {
        return files().flatMap(file -> file.sections(name).stream()).toList();
    }

    /** Returns all assignments, in the order of reading. */
    public Stream<Assignment> assignments() {
        return files().flatMap(file -> file.assignments().stream());
    }

    /** Returns the first line of its first file: the place that systemd names for what concerns the whole. */
    public Span start() {
        return files().findFirst().orElseThrow().source().start();
    }

    /** Returns true when the main file has no byte, which masks the object. */
    public boolean isMasked() {
        return main.filter(file -> file.source().text().isEmpty()).isPresent();
    }
}
