package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandChangeTest {
    private static final String NSPAWN = "/usr/bin/systemd-nspawn     --quiet     --boot     --directory=/v/a";

    @Test
    void optionsThatCameAndWentAreShown() {
        assertEquals(
                new CommandChange("--boot", "--as-pid2 \"--setenv=A=b c\""),
                CommandChange.of(
                        List.of("", NSPAWN),
                        List.of("", NSPAWN.replace("--boot", "--as-pid2") + " \"--setenv=A=b c\"")));
        assertEquals(
                new CommandChange("--directory=/v/a", "--directory=/v/b"),
                CommandChange.of(List.of("", NSPAWN), List.of("", NSPAWN.replace("/v/a", "/v/b"))));
        assertEquals(new CommandChange("", "--quiet"), CommandChange.of(List.of(NSPAWN), List.of(NSPAWN + " --quiet")));
    }

    @Test
    void commandsThatCameAndWentAreShownWhole() {
        assertEquals(
                new CommandChange("/bin/sh names.sh", ""),
                CommandChange.of(List.of("/bin/sh   names.sh", "/bin/sh root.sh"), List.of("/bin/sh root.sh")));
        assertEquals(
                new CommandChange("/bin/a x", "/bin/b x"),
                CommandChange.of(List.of("/bin/a x"), List.of("", "/bin/b  x")));
        assertEquals(
                new CommandChange("", "/bin/sh -c 'a  b'"), CommandChange.of(List.of(), List.of("/bin/sh -c 'a  b'")));
    }

    @Test
    void anotherOrderIsShownWhole() {
        assertEquals(
                new CommandChange("/bin/a x y", "/bin/a y x"),
                CommandChange.of(List.of("/bin/a  x y"), List.of("/bin/a y  x")));
        assertEquals(new CommandChange("/a, /b", "/b, /a"), CommandChange.of(List.of("/a", "/b"), List.of("/b", "/a")));
        assertEquals(new CommandChange("/a", ", /a"), CommandChange.of(List.of("/a"), List.of("", "/a")));
    }

    @Test
    void anUnclosedQuoteIsPartOfTheLastWord() {
        assertEquals(new CommandChange("\"b c", "\"b d"), CommandChange.of(List.of("/a \"b c"), List.of("/a \"b d")));
    }
}
