package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.schema.DirectivePath;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schema of the language, read once for the tests. */
public final class TestSchema {
    private static final Schema SCHEMA = new TestProgram().program().schema();
    private static final Set<String> PATHS = SCHEMA.kinds().stream()
            .map(Kind::fields)
            .flatMap(f -> f.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    private TestSchema() {}

    /** Returns the directives that fields write. */
    public static Stream<DirectivePath> directives() {
        return SCHEMA.kinds().stream()
                .flatMap(kind -> kind.fields().values().stream())
                .flatMap(field -> field.writes().stream());
    }

    /** Returns the paths of the fields of all kinds. */
    public static Set<String> paths() {
        return PATHS;
    }
}
