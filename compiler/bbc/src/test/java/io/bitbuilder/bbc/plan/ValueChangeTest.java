package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueChangeTest {
    private static final String NSPAWN = "/usr/bin/systemd-nspawn     --quiet     --boot     --directory=/v/a";

    @Test
    void optionsThatCameAndWentAreShown() {
        assertEquals(
                new ValueChange("--boot", "--as-pid2 \"--setenv=A=b c\""),
                ValueChange.of(
                        "ExecStart",
                        List.of("", NSPAWN),
                        List.of("", NSPAWN.replace("--boot", "--as-pid2") + " \"--setenv=A=b c\"")));
        assertEquals(
                new ValueChange("--directory=/v/a", "--directory=/v/b"),
                ValueChange.of("ExecStart", List.of("", NSPAWN), List.of("", NSPAWN.replace("/v/a", "/v/b"))));
        assertEquals(
                new ValueChange("", "--quiet"),
                ValueChange.of("ExecStart", List.of(NSPAWN), List.of(NSPAWN + " --quiet")));
    }

    @Test
    void commandsThatCameAndWentAreShownWhole() {
        assertEquals(
                new ValueChange("/bin/sh names.sh", ""),
                ValueChange.of(
                        "ExecStart", List.of("/bin/sh   names.sh", "/bin/sh root.sh"), List.of("/bin/sh root.sh")));
        assertEquals(
                new ValueChange("/bin/a x", "/bin/b x"),
                ValueChange.of("ExecStart", List.of("/bin/a x"), List.of("", "/bin/b  x")));
        assertEquals(
                new ValueChange("", "/bin/sh -c 'a  b'"),
                ValueChange.of("ExecStart", List.of(), List.of("/bin/sh -c 'a  b'")));
    }

    @Test
    void anotherOrderIsShownWhole() {
        assertEquals(
                new ValueChange("/bin/a x y", "/bin/a y x"),
                ValueChange.of("ExecStart", List.of("/bin/a  x y"), List.of("/bin/a y  x")));
        assertEquals(
                new ValueChange("/a, /b", "/b, /a"),
                ValueChange.of("ExecStart", List.of("/a", "/b"), List.of("/b", "/a")));
        assertEquals(new ValueChange("/a", ", /a"), ValueChange.of("ExecStart", List.of("/a"), List.of("", "/a")));
    }

    @Test
    void anUnclosedQuoteIsPartOfTheLastWord() {
        assertEquals(
                new ValueChange("\"b c", "\"b d"),
                ValueChange.of("ExecStart", List.of("/a \"b c"), List.of("/a \"b d")));
    }

    @Test
    void valuesThatCameAndWentAreShown() {
        assertEquals(
                new ValueChange("b.mount", "c.mount"),
                ValueChange.of("After", List.of("a.service", "b.mount"), List.of("a.service", "c.mount")));
        assertEquals(new ValueChange("", "c"), ValueChange.of("Upholds", List.of("a", "b"), List.of("a", "b", "c")));
        assertEquals(new ValueChange("a  b", "a b"), ValueChange.of("Description", List.of("a  b"), List.of("a b")));
        assertEquals(new ValueChange("a, b", "b, a"), ValueChange.of("DNS", List.of("a", "b"), List.of("b", "a")));
        assertEquals(new ValueChange("a", ""), ValueChange.of("DNS", List.of("a", "a"), List.of("a")));
    }
}
