package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.fault.InternalFault;
import io.bitbuilder.bbc.systemd.Entry;
import io.bitbuilder.bbc.systemd.ExecLine;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.SystemdFile;
import io.bitbuilder.bbc.systemd.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees of a file of sections: {@code $file.sections("Name")} for a section that repeats, and each section's
 * first occurrence under its own name, so that a line reads {@code Name=$NetDev.Name}.
 */
public final class FileView {
    private final SystemdFile file;

    FileView(SystemdFile file) {
        this.file = file;
    }

    /** All sections of a name. */
    public List<SectionView> sections(String name) {
        return file.sections().stream().filter(s -> s.name().equals(name)).map(SectionView::new).toList();
    }

    /** All sections, for a template that knows none by name. */
    public List<PartView> getParts() {
        return file.sections().stream().map(PartView::new).toList();
    }

    /** Those whose name another section before them has: what {@code raw} adds to a file. */
    public List<PartView> getAdded() {
        Set<String> seen = new HashSet<>();
        return file.sections().stream().filter(s -> !seen.add(s.name())).map(PartView::new).toList();
    }

    /** The directives of a file without sections. */
    public List<EntryView> getFields() {
        return file.sections().getFirst().entries().stream().map(EntryView::new).toList();
    }

    /** One section. */
    public static final class SectionView {
        private final Section section;

        SectionView(Section section) {
            this.section = section;
        }

        /** The value of a directive that stands once; null when it does not stand, which a template may ask for. */
        public @Nullable Value get(String key) {
            Value found = null;
            for (Entry entry : section.entries()) {
                if (entry.key().equals(key)) {
                    if (found != null) {
                        throw new InternalFault("a template takes " + key + " for a single directive");
                    }
                    found = entry.value();
                }
            }
            return found;
        }

        /** The values of a directive that may repeat. */
        public List<Value> all(String key) {
            List<Value> values = new ArrayList<>();
            for (Entry entry : section.entries()) {
                if (entry.key().equals(key)) {
                    values.add(entry.value());
                }
            }
            return values;
        }

        /** The directives of any of these keys, in the order in which they are meant to stand. */
        public List<EntryView> entries(String... keys) {
            Set<String> wanted = Set.of(keys);
            return section.entries().stream().filter(e -> wanted.contains(e.key())).map(EntryView::new).toList();
        }

        /** The command line that a service is started with, after the line that takes the template's own away. */
        public CommandView getCommand() {
            return all("ExecStart").stream()
                    .flatMap(v -> v instanceof ExecLine line ? Stream.of(line) : Stream.empty())
                    .map(CommandView::new)
                    .findFirst()
                    .orElseThrow(() -> new InternalFault("the section " + section.name() + " starts nothing"));
        }
    }

    /** A section whose directives the template does not know. */
    public static final class PartView {
        private final Section section;

        PartView(Section section) {
            this.section = section;
        }

        /** Its name, one of systemd's. */
        public String getName() {
            return section.name();
        }

        /** All directives. */
        public List<EntryView> getEntries() {
            return section.entries().stream().map(EntryView::new).toList();
        }
    }

    /** One directive. */
    public static final class EntryView {
        private final Entry entry;

        EntryView(Entry entry) {
            this.entry = entry;
        }

        /** The key, a name of systemd's. */
        public String getKey() {
            return entry.key();
        }

        /** The value. */
        public Value getValue() {
            return entry.value();
        }
    }

    /** A command line, word by word. */
    public static final class CommandView {
        private final ExecLine line;

        CommandView(ExecLine line) {
            this.line = line;
        }

        /** The program's path, which is ours. */
        public String getProgram() {
            return line.program();
        }

        /** The arguments as they are written. */
        public List<ExecLine.ExecWord> getWords() {
            return line.words();
        }
    }
}
