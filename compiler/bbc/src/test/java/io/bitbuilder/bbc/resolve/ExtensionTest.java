package io.bitbuilder.bbc.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that the platform adds to kinds, and names that it keeps to itself. */
class ExtensionTest {
    private static List<String> check(String platform, String tenant) {
        List<SourceFile> files = new ArrayList<>();
        files.add(file("platform/p.bbc", platform));
        files.add(file("tenants/acme/t.bbc", tenant));
        Findings findings = new Findings();
        Compiler.check(new SourceSet(files, List.of(), List.of()), AllocationMode.FREE, findings);
        return findings.sorted().stream().map(f -> f.code() + " " + f.message()).toList();
    }

    private static final String HOST =
            "host a { cpu = 8; memory = 64GiB; storage = 1TiB; uplink = \"eth0\"; address = 192.0.2.2/24 };";

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, Owner.of(path), text);
    }

    @Test
    void policiesReadAddedFields() {
        String platform = """
                enum Stage { trial live }
                extend kind tenant { centre: Text; stage: Stage = trial }
                extend kind container { owners: {Name} = []; backup: Duration? where it >= 1h }
                policy owned {
                  deny container c when len(c.owners) == 0 and c.tenant.stage == live
                  message "{c.tenant.centre}"
                }
                policy saved { warn container c when c.backup != none and c.backup > 1d; message "{c.backup}" }
                """;
        String web = "container web { image = debian; memory { limit = 64MiB }; %s }";
        String image =
                "platform p { " + HOST + " image debian { source = directory(\"/var/lib/machines/debian\") } }\n";
        assertEquals(
                List.of("POL001 4711"),
                check(platform + image, "tenant acme { centre = \"4711\"; stage = live; " + web.formatted("") + " }"));
        assertEquals(
                List.of("POL002 2d"),
                check(
                        platform + image,
                        "tenant acme { centre = \"4711\"; stage = live; " + web.formatted("owners = [ann]; backup = 2d")
                                + " }"));
        assertEquals(
                List.of("RES001 missing field `centre` in tenant acme"), check(platform + image, "tenant acme { }"));
        assertEquals(
                List.of(
                        "TYP001 `centre` expects a Text such as \"text\", not the number 5",
                        "TYP003 `backup` is out of range: 1min"),
                check(platform + image, "tenant acme { centre = 5; " + web.formatted("backup = 1min") + " }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extend kind tenant { id: Text? }              | NAM005 duplicate name `id` in kind `tenant`
            extend kind tenant { name: Text? }            | NAM005 duplicate name `name` in kind `tenant`
            extend kind tenant { network: Text? }         | NAM005 duplicate name `network` in kind `tenant`
            extend kind tenant { a: Int = 1; a: Int = 2 } | NAM005 duplicate name `a` in kind `tenant`
            extend kind tennant { a: Int = 1 }            | NAM004 unknown kind `tennant`
            extend kind tenant { a: Int = auto }          | TYP008 `extend` adds plain fields, unlike `a`
            extend kind tenant { a: block { b: Int } }    | TYP008 `extend` adds plain fields, unlike `a`
            extend kind tenant { a: Sise? }               | NAM004 unknown type `Sise`
            """)
    void mistakesAreAtTheField(String extension, String finding) {
        assertEquals(List.of(finding), check(extension, "tenant acme { }"));
    }

    @Test
    void noDirectiveFollowsFromAnAddedField() {
        assertEquals(
                List.of("TYP008 `extend` adds plain fields, unlike `a`"),
                check("extend kind container { a: Int? writes \"limits/Service.OOMScoreAdjust\" }", "tenant acme { }"));
    }

    @Test
    void tenantsExtendNothing() {
        assertEquals(
                List.of("OWN001 tenant acme cannot extend kind `tenant`"),
                check("", "extend kind tenant { a: Int = 1 }\ntenant acme { }"));
    }

    private static final String NAMES = """
            private let most = 512MiB
            private enum Size-class { small large }
            private type Some = Size where it <= most
            private profile limits(limit: Some, class: Size-class = small) for container {
              memory { limit = if class == small then limit else most }
            }
            profile normal() for container { image = debian; use limits(limit = 64MiB) }
            platform p {
              host a { cpu = 8; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.2/24 }
              image debian { source = directory("/var/lib/machines/debian") }
            }
            """;

    @Test
    void tenantsUsePrivateNamesThroughPublicOnes() {
        assertEquals(List.of(), check(NAMES, "tenant acme { container c { use normal() } }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            container c { use normal(); use limits(limit = 64MiB) } | NAM004 unknown profile `limits`
            container c { use normal(); memory { high = most } }    | NAM001 unknown name `most`
            """)
    void tenantsDoNotSeePrivateNames(String block, String finding) {
        List<String> found = check(NAMES, "tenant acme { " + block + " }");
        assertEquals(1, found.size(), found::toString);
        assertEquals(finding, found.getFirst().replaceAll(" for `memory.high`.*", ""));
    }

    @Test
    void tenantsMayHaveTheSameNames() {
        assertEquals(
                List.of(),
                check(
                        NAMES,
                        "let most = 64MiB\nprofile limits() for container { memory { high = most } }\n"
                                + "tenant acme { container c { use normal(); use limits() } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"use limits(); use normal()", "use normal(); use limits()"})
    void profilesOfTheSameTitleAreBothUsed(String uses) {
        String platform = "private profile limits() for container { memory { limit = 1GiB } }\n"
                + "profile normal() for container { image = debian; use limits() }\n"
                + "policy both { deny container c when c.cpu.weight != 200 or c.memory.limit != 1GiB;"
                + " message \"{c.name} lacks one\" }\n"
                + "platform p { " + HOST + " image debian { source = directory(\"/var/lib/machines/debian\") } }";
        assertEquals(
                List.of(),
                check(
                        platform,
                        "profile limits() for container { cpu { weight = 200 } }\n" + "tenant acme { container c { "
                                + uses + " } }"));
    }

    @Test
    void aNameIsPrivateOrPublic() {
        assertEquals(
                List.of("NAM005 duplicate name `most`"),
                check(NAMES + "let most = 1GiB\n", "tenant acme { container c { use normal() } }"));
        assertEquals(
                List.of("OWN001 tenant acme cannot declare private names"),
                check(
                        NAMES,
                        "private let x = 1MiB\ntenant acme { container c { use normal(); memory { swap = x } } }"));
    }
}
