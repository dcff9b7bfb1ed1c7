package io.bitbuilder.systemd.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.scalar.Parsed;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names, paths and addresses as systemd checks them. */
class NamesTest {

    @Test
    void namesOfUnitsHaveAKind() {
        assertEquals(Optional.of(UnitNames.Kind.PLAIN), UnitNames.kind("a.service"));
        assertEquals(Optional.of(UnitNames.Kind.TEMPLATE), UnitNames.kind("a@.service"));
        assertEquals(Optional.of(UnitNames.Kind.INSTANCE), UnitNames.kind("a@b@c.service"));
        assertEquals(Optional.empty(), UnitNames.kind("@a.service"));
        assertEquals(Optional.empty(), UnitNames.kind("a b.service"));
        assertEquals(Optional.empty(), UnitNames.kind("a".repeat(248) + ".service"));
        assertTrue(UnitNames.isLoadable("a@b.timer"));
        assertFalse(UnitNames.isLoadable("a@b.mount"));
        assertTrue(UnitNames.isSlice("a-b.slice"));
        assertFalse(UnitNames.isSlice("a--b.slice"));
        assertEquals("srv-a\\x2db", UnitNames.escapePath("/srv//a-b/"));
        assertEquals("-", UnitNames.escapePath("/"));
    }

    @Property
    void escapedStringsAreRestored(@ForAll @StringLength(min = 1, max = 20) String text) {
        if (Utf8Text.isValid(text) && text.indexOf('\0') < 0) {
            assertEquals(Parsed.good(text), UnitNames.unescape(UnitNames.escape(text)));
        }
    }

    @Test
    void pathsAreShortenedAndChecked() {
        assertEquals(Parsed.good("/a/b"), Paths.check("//a/./b/", Set.of(Paths.Check.ABSOLUTE)));
        assertInstanceOf(Parsed.Bad.class, Paths.check("a", Set.of(Paths.Check.ABSOLUTE)));
        assertInstanceOf(Parsed.Bad.class, Paths.check("/a", Set.of(Paths.Check.RELATIVE)));
        assertInstanceOf(Parsed.Bad.class, Paths.check("/a/../b", Set.of()));
        assertInstanceOf(Parsed.Bad.class, Paths.check("/a/" + "b".repeat(256), Set.of()));
        assertInstanceOf(Parsed.Bad.class, Paths.check("/dev/x", Set.of(Paths.Check.NO_API)));
        assertEquals(Parsed.good("/dev/x"), Paths.check("/dev/x", Set.of(Paths.Check.NO_API_BUT_DEV)));
        assertEquals(Parsed.good("/a/"), Paths.check("/a//", Set.of(Paths.Check.KEEP_SLASH)));
        assertTrue(Paths.isBelow("/dev", "/dev"));
        assertFalse(Paths.isBelow("/device", "/dev"));
    }

    @Test
    void userNamesAreRelaxedOrStrict() {
        assertTrue(UserNames.isRelaxed("foo.bar"));
        assertFalse(UserNames.isStrict("foo.bar"));
        assertTrue(UserNames.isRelaxed("1000"));
        assertFalse(UserNames.isRelaxed("65535"));
        assertFalse(UserNames.isRelaxed("-1"));
        assertFalse(UserNames.isRelaxed("a:b"));
    }

    @Test
    void interfacesHostsAndLinks() {
        assertTrue(LinkNames.isValid("eth0"));
        assertFalse(LinkNames.isValid("5"));
        assertTrue(LinkNames.isValid("5", LinkNames.Flag.NUMERIC));
        assertFalse(LinkNames.isValid("all"));
        assertTrue(LinkNames.isValid("a".repeat(127), LinkNames.Flag.ALTERNATIVE));
        assertTrue(HostNames.isHostname("a-b.c"));
        assertFalse(HostNames.isHostname("a_b"));
        assertFalse(HostNames.isHostname("a."));
        assertTrue(HostNames.isDnsName("a_b\\.c.d."));
        assertFalse(HostNames.isDnsName("a..b"));
        assertEquals(Parsed.good(6), HardwareAddresses.ofLink("0:1:2:3:4:5"));
        assertEquals(Parsed.good(6), HardwareAddresses.ofLength("0001.0203.0405", 6));
        assertInstanceOf(Parsed.Bad.class, HardwareAddresses.ofLength("00:01:02:03:04", 6));
        assertEquals(Parsed.good(SocketAddresses.Family.VSOCK), SocketAddresses.parse("vsock::80"));
        assertInstanceOf(Parsed.Bad.class, SocketAddresses.parse("::1"));
    }

    @Test
    void namesOfVariablesCredentialsAndBuses() {
        assertTrue(Identifiers.isVariableWithValue("A=b"));
        assertFalse(Identifiers.isVariableWithValue("1=b"));
        assertTrue(Identifiers.isCredentialGlob("a*"));
        assertFalse(Identifiers.isCredentialGlob("a*b"));
        assertTrue(Identifiers.isBusName("org.a-b"));
        assertFalse(Identifiers.isBusName("org.1a"));
        assertEquals(Parsed.good(2), ByteEncodings.base64("QUI="));
        assertInstanceOf(Parsed.Bad.class, ByteEncodings.base64("QUJ="));
        assertInstanceOf(Parsed.Bad.class, ByteEncodings.hex("abc"));
        assertInstanceOf(Parsed.Bad.class, Id128.parseSome("0".repeat(32)));
    }
}
