package io.bitbuilder.core.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.bitbuilder.core.scalar.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://git.example/a", "ssh://git@git.example/a", "file:///srv/a"})
    void acceptsSchemesThatAuthenticateTheServer(String url) {
        assertInstanceOf(Parsed.Good.class, Url.parse(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://git.example/a", "git://git.example/a", "ftp://git.example/a"})
    void refusesSchemesThatDoNot(String url) {
        assertEquals(
                Parsed.bad("its scheme does not authenticate the server; write `https://` or `ssh://`"),
                Url.parse(url));
    }
}
