package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.conf.ConfFile;
import io.bitbuilder.bbc.conf.Header;
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

    /** All assignments of a key, in the order of reading. */
    public List<Assignment> all(String section, String key) {
        return files().flatMap(file -> file.all(section, key)).toList();
    }

    /** The last of them. */
    public Optional<Assignment> last(String section, String key) {
        List<Assignment> all = all(section, key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
