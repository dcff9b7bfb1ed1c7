package io.bitbuilder.bbc.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The format produces the tree of the same tenant in {@code .bbc}; anything outside the format has a finding at its
 * place.
 */
class MetadataReaderTest {
    private static final String CONTAINER = """
            {
              "version": "1.0",
              "tenant": { "id": "6f1c", "name": "acme", "type": "container", "enabled": true },
              "resources": {
                "cpu": { "cores": 4, "shares": 1024 },
                "memory": { "limit": "4G", "swap": "2G" },
                "storage": { "root": "20G", "data": "100G" }
              },
              "network": {
                "mode": "bridge",
                "interfaces": [ { "name": "eth0", "mac": "auto", "ipv4": "dhcp", "ipv6": "disabled" } ]
              },
              "extensions": { "sysext": ["base-tools"], "confext": ["policies"] },
              "services": { "portable": ["app"], "systemd": ["custom.service"] },
              "security": {
                "selinux_context": "tenant_t",
                "capabilities": ["CAP_NET_ADMIN"],
                "syscalls": { "allow": ["@basic-io"], "deny": ["@reboot"] }
              }
            }
            """;

    @Test
    void aContainerIsTheSameTreeAsInTheLanguage() {
        assertSame(CONTAINER, """
                tenant acme {
                  id = "6f1c"
                  enabled = true
                  network lan { mode = bridge }
                  container main {
                    cpu { cores = 4; shares = 1024 }
                    memory { limit = 4GiB; swap = 2GiB }
                    root { size = 20GiB }
                    volume data { size = 100GiB; mount = "/data" }
                    attach eth0 { network = lan; mac = auto; ipv4 = dhcp; ipv6 = disabled }
                    extensions { sysext = ["base-tools"]; confext = ["policies"] }
                    services { portable = ["app"]; systemd = ["custom.service"] }
                    security { selinux-context = "system_u:system_r:tenant_t:s0"; capabilities = [CAP_NET_ADMIN]
                      syscalls { allow = [@basic-io]; deny = [@reboot] } }
                  }
                }
                """);
    }

    @Test
    void aMachineIsTheSameTreeAsInTheLanguage() {
        assertSame("""
                { "version": "1.0", "tenant": { "name": "globex", "type": "vm", "enabled": false },
                  "resources": { "memory": { "limit": "512M", "swap": "0" } },
                  "network": { "mode": "nat", "interfaces": [
                    { "name": "eth0", "mac": "02:00:5e:10:00:01", "ipv4": "static", "ipv6": "static" } ] },
                  "security": { "capabilities": [] } }
                """, """
                tenant globex {
                  enabled = false
                  network lan { mode = nat; ipv6 = true }
                  machine main {
                    memory { limit = 512MiB; swap = 0B }
                    attach eth0 { network = lan; mac = 02:00:5e:10:00:01; ipv4 = static; ipv6 = static }
                  }
                }
                """);
    }

    @Test
    void aContainerOnTheNetworkOfTheHost() {
        assertSame("""
                { "version": "1.0", "tenant": { "name": "a", "type": "container" },
                  "resources": { "memory": { "limit": "1G" } }, "network": { "mode": "host", "interfaces": [] } }
                """, "tenant a { container main { memory { limit = 1GiB }; network = host } }");
    }

    @Test
    void everyValueHasItsPlaceInTheJson() {
        SourceUnit unit = MetadataReader.read(file(CONTAINER), new Findings());
        Stmt.Entry tenant = ((Decl.TopLevelBlock) unit.decls().getFirst()).entry();
        Stmt.Entry main = (Stmt.Entry) tenant.body().orElseThrow().stmts().getLast();
        Stmt.Entry memory = (Stmt.Entry) main.body().orElseThrow().stmts().get(1);
        Stmt.Field limit = (Stmt.Field) memory.body().orElseThrow().stmts().getFirst();
        assertEquals("\"memory\"", memory.kind().span().text());
        assertEquals("\"limit\": \"4G\"", limit.span().text());
        assertEquals("\"limit\"", limit.path().getFirst().span().text());
        assertEquals("\"4G\"", limit.value().span().text());
        assertEquals(
                "6:26", limit.value().span().line() + ":" + limit.value().span().column());
        assertEquals("\"acme\"", tenant.labels().getFirst().span().text());
    }

    /** A part of the format and its replacement. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            "version": "1.0"            ! "version": "1.1"             ! JSN005 "1.1"
            "version": "1.0"            ! "version": 1.0               ! JSN004 1.0
            "version": "1.0",           !                              ! JSN006
            "name": "acme",             !                              ! JSN006
            "name": "acme"              ! "name": "a b"                ! JSN007 "a b"
            "name": "acme"              ! "name": null                 ! JSN004 null
            "container"                 ! "vm|container"               ! JSN005 "vm|container"
            "container"                 ! "contaner"                   ! JSN005 "contaner"
            "enabled": true             ! "enabled": "true"            ! JSN004 "true"
            "enabled": true             ! "enable": true               ! JSN003 "enable"
            "enabled": true             ! "": true                     ! JSN003 ""
            "enabled": true             ! "__proto__": true            ! JSN003 "__proto__"
            "enabled": true             ! "enabled": true, "enabled": false ! JSN002 "enabled"
            "enabled": true             ! "enabled": true, "en\\u0061bled": false ! JSN002 "en\\u0061bled"
            "cores": 4                  ! "cores": "4"                 ! JSN004 "4"
            "cores": 4                  ! "cores": 4.5                 ! JSN007 4.5
            "cores": 4                  ! "cores": -4                  ! JSN007 -4
            "cores": 4                  ! "cores": -0                  ! JSN007 -0
            "cores": 4                  ! "cores": 1e5                 ! JSN007 1e5
            "cores": 4                  ! "cores": 1E400               ! JSN007 1E400
            "cores": 4                  ! "cores": 1e999999999         ! JSN007 1e999999999
            "cores": 4                  ! "cores": 1e9999999999        ! JSN007 1e9999999999
            "cores": 4                  ! "cores": 12345678901234567890 ! JSN007 12345678901234567890
            "cores": 4                  ! "cores": true                ! JSN004 true
            "cores": 4, "shares": 1024  ! "shares": []                 ! JSN004 []
            "limit": "4G"               ! "limit": "4GB"               ! JSN007 "4GB"
            "limit": "4G"               ! "limit": 4294967296          ! JSN004 4294967296
            "limit": "4G",              !                              ! JSN006
            "mode": "bridge"            ! "mode": "bridge|nat|host"    ! JSN005 "bridge|nat|host"
            "mode": "bridge"            ! "mode": "host"               ! JSN008 "interfaces": [ \
            { "name": "eth0", "mac": "auto", "ipv4": "dhcp", "ipv6": "disabled" } ]
            "mac": "auto"               ! "mac": "02:00:5e:10:00"      ! JSN007 "02:00:5e:10:00"
            "ipv4": "dhcp"              ! "ipv4": "dhcp|static"        ! JSN005 "dhcp|static"
            "ipv4": "dhcp"              ! "address": "dhcp"            ! JSN003 "address"
            "ipv6": "disabled"          ! "ipv6": "dhcp"               ! JSN090 "dhcp"
            "ipv6": "disabled" }        ! "ipv6": "disabled" }, { "name": "eth0" } ! JSN010 "eth0"
            ["base-tools"]              ! "base-tools"                 ! JSN004 "base-tools"
            ["base-tools"]              ! [["base-tools"]]             ! JSN004 ["base-tools"]
            ["CAP_NET_ADMIN"]           ! ["CAP NET"]                  ! JSN007 "CAP NET"
            ["@basic-io"]               ! ["read"]                     ! JSN007 "read"
            "container"                 ! "vm"                         ! JSN008 "selinux_context": "tenant_t" \
            JSN008 "capabilities": ["CAP_NET_ADMIN"] \
            JSN008 "syscalls": { "allow": ["@basic-io"], "deny": ["@reboot"] }
            "6f1c"                      ! "\\ud800"                    ! JSN009 "\\ud800"
            "6f1c"                      ! "\\udc00\\ud800"             ! JSN009 "\\udc00\\ud800"
            "6f1c"                      ! "\\u0000"                    ! JSN009 "\\u0000"
            "6f1c"                      ! "\\u007f"                    ! JSN009 "\\u007f"
            "6f1c"                      ! "\\u202e"                    ! JSN009 "\\u202e"
            "6f1c"                      ! "\\ufffe"                    ! JSN009 "\\ufffe"
            "6f1c"                      ! "e\\u0301"                   ! JSN009 "e\\u0301"
            "id"                        ! "\\ud800"                    ! JSN001 \\ud800
            "version": "1.0",           ! "template": { },             ! JSN090 "template"
            """)
    void isRefused(String part, String instead, String expected) {
        String text = CONTAINER.replace(part, instead == null ? "" : instead);
        assertEquals(expected, codes(text));
    }

    private static String codes(String text) {
        Findings findings = new Findings();
        MetadataReader.read(file(text), findings);
        return findings.sorted().stream()
                .map(f -> f.code() + " "
                        + f.primary().span().text().lines().findFirst().orElse(""))
                .map(t -> t.startsWith("JSN006") ? "JSN006" : t)
                .collect(Collectors.joining(" "));
    }

    private static void assertSame(String json, String program) {
        Findings findings = new Findings();
        List<Decl> fromJson = MetadataReader.read(file(json), findings).decls();
        List<Decl> fromProgram = Parser.parse(
                        new SourceFile("tenants/acme/tenant.bbc", Owner.PLATFORM, program), findings)
                .decls();
        assertEquals(List.of(), findings.sorted());
        assertEquals(withoutPlaces(fromProgram), withoutPlaces(fromJson));
    }

    private static String withoutPlaces(List<Decl> decls) {
        return decls.toString().replaceAll("span=[^,\\]]*", "").replace("Stmt$", "");
    }

    private static SourceFile file(String text) {
        return new SourceFile("tenants/acme/metadata.json", new Owner.Tenant("acme"), text);
    }
}
