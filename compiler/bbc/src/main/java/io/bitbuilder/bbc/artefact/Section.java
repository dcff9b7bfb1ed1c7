package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Section with its directives in the order of the file; several sections may have the same name if the format allows
 * it.
 *
 * @param remark comment above the header, a word of bbc's own
 */
public record Section(String name, Optional<Word> remark, List<Entry> entries) {
    /** Copies. */
    public Section {
        entries = List.copyOf(entries);
    }

    /** Begins a section; its directives have that origin unless another is given. */
    public static Builder named(String name, Origin origin) {
        return new Builder(name, origin);
    }

    /** Builder of the directives of a section in the order of the file. */
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

        /** Adds a directive with the origin of the section. */
        public Builder set(String key, SinkValue value) {
            return set(key, value, origin);
        }

        /** Adds a directive with another origin. */
        public Builder set(String key, SinkValue value, Origin from) {
            entries.add(new Entry(key, value, from));
            return this;
        }

        /** Adds a directive if it has a value. */
        public Builder set(String key, Optional<? extends SinkValue> value, Origin from) {
            value.ifPresent(v -> set(key, v, from));
            return this;
        }

        /** Adds the directive once for each value. */
        public Builder each(String key, List<? extends SinkValue> values) {
            values.forEach(v -> set(key, v));
            return this;
        }

        /** Adds the directive once for each value, with another origin. */
        public Builder each(String key, List<? extends SinkValue> values, Origin from) {
            values.forEach(v -> set(key, v, from));
            return this;
        }

        /** Returns the name of the section. */
        public String name() {
            return name;
        }

        /** Returns the section. */
        public Section build() {
            return new Section(name, remark, entries);
        }
    }
}
