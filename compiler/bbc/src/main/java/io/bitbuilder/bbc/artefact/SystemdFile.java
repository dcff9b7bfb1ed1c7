package io.bitbuilder.bbc.artefact;

import java.util.List;

/** A file of sections and directives. Extension-release files have one section, named {@code -}, without a header. */
public record SystemdFile(String path, Form form, Banner banner, List<Section> sections) implements Artefact {
    /** Section of files that have none. */
    public static final String NO_SECTION = "-";

    /** Copies. */
    public SystemdFile {
        sections = List.copyOf(sections);
    }

    /** A file of the sections that hold something, so that no header stands alone. */
    public static SystemdFile of(String path, Form form, Banner banner, Section.Builder... sections) {
        return new SystemdFile(
                path,
                form,
                banner,
                List.of(sections).stream()
                        .map(Section.Builder::build)
                        .filter(s -> !s.entries().isEmpty())
                        .toList());
    }
}
