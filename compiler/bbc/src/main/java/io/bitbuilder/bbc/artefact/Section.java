package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section with its directives in the order of the file; a name may occur in several sections where the format allows
 * it.
 *
 * @param remark comment above the header, a word of bbc's own
 */
public record Section(String name, Optional<Word> remark, List<Entry> entries) {
    /** Copies. */
    public Section {
        entries = List.copyOf(entries);
    }

    /** Starts a section; what nobody says otherwise about comes from that origin. */
    public static Builder named(String name, Origin origin) {
        return new Builder(name, origin);
    }

    /** Collects the directives of a section in the order of the file. */
    public static final class Builder {
        private final String name;
        private final Origin origin;
        private final List<Entry> entries = new ArrayList<>();
        private Optional<Word> remark = Optional.empty();

        private Builder(String name, Origin origin) {
            this.name = name;
            this.origin = origin;
        }

        /** Puts a comment above the header. */
        public Builder remark(Word text) {
            remark = Optional.of(text);
            return this;
        }

        /** Adds a directive of the section's origin. */
        public Builder set(String key, SinkValue value) {
            return set(key, value, origin);
        }

        /** Adds a directive of another origin. */
        public Builder set(String key, SinkValue value, Origin from) {
            entries.add(new Entry(key, value, from));
            return this;
        }

        /** Adds a directive when there is a value. */
        public Builder set(String key, Optional<? extends SinkValue> value, Origin from) {
            value.ifPresent(v -> set(key, v, from));
            return this;
        }

        /** Adds the directive once for each value. */
        public Builder each(String key, List<? extends SinkValue> values) {
            values.forEach(v -> set(key, v));
            return this;
        }

        /** Adds the directive once for each value, all of another origin. */
        public Builder each(String key, List<? extends SinkValue> values, Origin from) {
            values.forEach(v -> set(key, v, from));
            return this;
        }

        /** Returns the name of the section. */
        public String name() {
            return name;
        }

        /** The section. */
        public Section build() {
            return new Section(name, remark, entries);
        }
    }
}
