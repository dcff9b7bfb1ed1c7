package io.bitbuilder.bbc.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    /** Names differ in one character or in the place of a dash: what is made of them must differ as well. */
    @Test
    void distinctNamesStayDistinct() {
        List<String> names = List.of("a", "a-a", "aa", "a-a-a", "aaa", "aa-a", "a-aa", "a0", "a-0");
        Map<String, String> made = new HashMap<>();
        for (String tenant : names) {
            put(made, tenant, TenantUnitNames.slice(tenant));
            put(made, tenant, TenantUnitNames.target(tenant));
            put(made, tenant, TenantUnitNames.firewall(tenant));
            put(made, tenant, TenantUnitNames.gitSync(tenant));
            put(made, tenant, HostPaths.tenant(tenant));
            for (String workload : names) {
                String path = tenant + "/" + workload;
                put(made, path, TenantUnitNames.rootImage(tenant, workload));
                put(made, path, TenantUnitNames.machine(tenant, workload));
                put(made, path, TenantUnitNames.nftChain(tenant, workload));
                put(made, path, TenantUnitNames.mount(HostPaths.rootMount(tenant, workload)));
                for (String volume : names) {
                    String all = path + "/" + volume;
                    put(made, all, TenantUnitNames.volumeImage(tenant, workload, volume));
                    put(made, all, TenantUnitNames.mount(HostPaths.volumeMount(tenant, workload, volume)));
                    put(made, all, TenantUnitNames.mount(HostPaths.extensionMount(tenant, workload, volume)));
                }
            }
        }
        assertEquals(5 * 9 + 4 * 81 + 3 * 729, made.size());
    }

    private static void put(Map<String, String> made, String of, String name) {
        String other = made.putIfAbsent(name, of);
        assertNull(other, name + " of " + of);
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
