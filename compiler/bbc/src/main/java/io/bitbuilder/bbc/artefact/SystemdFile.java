package io.bitbuilder.bbc.artefact;

import java.util.List;

/** File of sections and directives. Extension-release files have one section, named {@code -}, without a header. */
public record SystemdFile(String path, ArtefactKind kind, Banner banner, List<Section> sections) implements Artefact {
    /** Name of the section of files without headers. */
    public static final String NO_SECTION = "-";

    /** Copies. */
    public SystemdFile {
        sections = List.copyOf(sections);
    }

    /** Returns a file of the sections that have entries; empty ones are left out. */
    public static SystemdFile of(String path, ArtefactKind kind, Banner banner, Section.Builder... sections) {
        return new SystemdFile(
                path,
                kind,
                banner,
                List.of(sections).stream()
                        .map(Section.Builder::build)
                        .filter(s -> !s.entries().isEmpty())
                        .toList());
    }
}
