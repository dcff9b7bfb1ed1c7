package io.bitbuilder.core.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which IPv6 addresses carry an IPv4 address or tunnel to one. */
class TransitionAddressTest {
    @ParameterizedTest
    @CsvSource({
        "::, false",
        "::1, false",
        "::2, true",
        "::10.0.0.1, true",
        "::ffff:10.0.0.1, true",
        "::ffff:0:10.0.0.1, true",
        "64:ff9b::1, true",
        "64:ff9b:1::1, true",
        "64:ff9b:2::1, false",
        "2002:a00:1::, true",
        "2001::1, true",
        "2001:db8::1, false",
        "2001:1::1, false",
        "fd00::1, false",
        "::1:0:0:1, false"
    })
    void carriesIpv4(String text, boolean expected) {
        assertEquals(expected, Address6.parse(text).toOptional().orElseThrow().isTransition());
    }
}
