package io.bitbuilder.bbc.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class InterfaceNamesTest {
    @Test
    void sipHashGivesThePublishedVector() {
        byte[] key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] message = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e");
        assertEquals(0xa129ca6149be45e5L, SipHash.hash(key, message));
    }

    @Test
    void aShortTapHasTheNameOfItsMachine() {
        assertEquals("vt-acme.db", InterfaceNames.tap("acme.db"));
        assertEquals("vt-abcdefgh.ijk", InterfaceNames.tap("abcdefgh.ijk"));
    }

    @Test
    void aLongTapEndsWithAHash() {
        assertEquals("vt-averylonZxEc", InterfaceNames.tap("averylongtenant-name.workloadname"), "as vmspawn 262 says");
        String one = InterfaceNames.tap("umbrella.bench-1");
        String other = InterfaceNames.tap("umbrella.bench-2");
        assertTrue(one.matches("vt-umbrella[A-Za-z0-9_-]{4}"), one);
        assertEquals(15, one.length());
        assertTrue(!one.equals(other), one);
    }

    @Test
    void bridgesOfEqualNamesDiffer() {
        assertTrue(InterfaceNames.bridge("acme", "lan").matches("b-[a-z2-7]{7}"));
        assertTrue(!InterfaceNames.bridge("acme", "lan").equals(InterfaceNames.bridge("globex", "lan")));
    }

    @Test
    void aValidAttachmentNameIsItsInterfaceName() {
        assertEquals("front", InterfaceNames.inside("front"));
        assertTrue(InterfaceNames.inside("management-network").matches("a-[a-z2-7]{7}"));
        assertTrue(InterfaceNames.inside("lo").startsWith("a-"));
    }

    @Test
    void dashesOfNamesBecomeUnderscores() {
        assertEquals("tenant-big_co.slice", TenantUnitNames.slice("big-co"));
        assertEquals(
                "var-lib-tenants-big_co-runtime-web_1-root.mount",
                TenantUnitNames.mount(HostPaths.rootMount("big-co", "web-1")));
        assertThrows(IllegalArgumentException.class, () -> TenantUnitNames.mount("/srv/a-b"));
    }
}
