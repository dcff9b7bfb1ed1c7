package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.compile.ParsedFleet;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.Comparator;
import java.util.List;

/** Test of the sources with the owner of its file. */
public record TestCase(Decl.Test test, Owner owner) {
    /** Returns the name of the test. */
    public String title() {
        return test.title().text();
    }

    /** Returns the place of the name. */
    public Span place() {
        return test.title().span();
    }

    /** Returns whether its path or its name contains a string. */
    public boolean matches(String text) {
        return title().contains(text) || place().file().path().contains(text);
    }

    /** Returns all tests of a fleet, by file and place. */
    public static List<TestCase> of(ParsedFleet parsed) {
        return parsed.units().stream()
                .flatMap(unit -> unit.decls().stream()
                        .filter(Decl.Test.class::isInstance)
                        .map(test -> new TestCase((Decl.Test) test, unit.file().owner())))
                .sorted(Comparator.comparing(TestCase::place))
                .toList();
    }
}
