package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.value.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of an object after systemd has read it: the assignments that it took.
 *
 * @param object the object
 * @param lines  judges the lines
 */
record Accepted(Loaded object, Lines lines) {

    /** The assignments of a key that systemd took, since the last one that is empty. */
    List<Assignment> all(String section, String key) {
        List<Assignment> taken = new ArrayList<>();
        for (Assignment assignment : object.all(section, key)) {
            if (assignment.value().isEmpty()) {
                taken.clear();
            } else if (lines.counts(object.kind(), object.name(), assignment)) {
                taken.add(assignment);
            }
        }
        return taken;
    }

    /** The value that holds in the end. */
    Optional<String> last(String section, String key) {
        List<Assignment> all = all(section, key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().value());
    }

    /** That value, or another one where there is none. */
    String last(String section, String key, String otherwise) {
        return last(section, key).orElse(otherwise);
    }

    /** The value that holds where {@code off} is the default, and booleans may stand for it and for another word. */
    String mode(String section, String key, String yes) {
        String value = last(section, key, "off");
        return !Booleans.is(value) ? value : isTrue(value) ? yes : "off";
    }

    /** True when some value holds. */
    boolean has(String section, String key) {
        return last(section, key).isPresent();
    }

    /** True when the value that holds is one of systemd's words for true. */
    boolean isTrue(String section, String key) {
        return last(section, key).filter(Accepted::isTrue).isPresent();
    }

    /** True for systemd's words for true. */
    static boolean isTrue(String value) {
        return Booleans.parse(value) instanceof Parsed.Good<Boolean>(Boolean truth) && truth;
    }

    /** True when one line of the key has a word that systemd took; for keys whose values are lists. */
    boolean hasWord(String section, String key) {
        return all(section, key).stream().anyMatch(a -> lines.find(object.kind(), section, key)
                .filter(d -> lines.judge(d, object.name(), a.value()).stream().filter(c -> c.effect() == Effect.PART_IGNORED).count() < a.value().split("\\s+").length)
                .isPresent());
    }

    /** The first line of the file: the place that systemd names for what concerns the whole. */
    Span start() {
        return object.files().findFirst().orElseThrow().source().start();
    }

    /** True when the main file has no byte, which masks the definition. */
    boolean isMasked() {
        return object.main().filter(file -> file.source().text().isEmpty()).isPresent();
    }

    /** One thing that keeps the whole from being used. */
    void refuse(Sink sink, String reason) {
        sink.add(Code.SYS009, start(), reason);
    }
}
