package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of data files: typed, with places in the file, and only those of the owner. */
class DataFilesTest {
    private static final String PLATFORM = """
            platform p {
              host a { cpu = 8; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.2/24 }
              image debian { source = directory("/var/lib/machines/debian") }
            }
            """;

    private static final String SHOPS = """
            enum Tier { web data }
            type Shop = { name: Name; size: Size; tier: Tier = web; stock: Size?; open: Bool; at: Duration = 1h }
            data shops: [Shop] = file("%s")
            tenant acme {
              for shop in shops {
                container (shop.name) {
                  image = debian
                  memory { limit = shop.size; high = if shop.open then shop.stock else none }
                  labels = ({ tier = "{shop.tier}" })
                }
              }
            }
            """;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Findings findings = new Findings();

    private DataFilesTest file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private Compilation check() {
        SourceSet sources = Input.read(
                (limits, found) -> files.entrySet().stream()
                        .map(e -> new RawFile(e.getKey(), e.getValue()))
                        .toList(),
                findings);
        return Compiler.check(sources, AllocationMode.FREE, findings);
    }

    private List<String> text() {
        return findings.sorted().stream()
                .map(f -> f.code() + " " + f.primary().span() + " " + f.message())
                .toList();
    }

    private DataFilesTest shops(String name, String content) {
        return file("platform/p.bbc", PLATFORM)
                .file("tenants/acme/t.bbc", SHOPS.formatted(name))
                .file("tenants/acme/" + name, content);
    }

    private void loaded() {
        Compilation made = check();
        assertEquals(List.of(), text());
        Tenant acme = made.tenants().getFirst();
        assertEquals(
                List.of("berlin 1GiB Optional.empty {tier=web}", "osaka 2GiB Optional[1GiB] {tier=data}"),
                acme.containers().stream()
                        .map(c -> c.name() + " " + c.memory().limit() + " "
                                + c.memory().high() + " " + c.labels())
                        .toList());
    }

    @Test
    void csvIsTyped() {
        shops("shops.csv", "name,size,tier,stock,open\nberlin,1GiB,web,,false\r\n\"osaka\",2GiB,data,1GiB,true\n");
        loaded();
    }

    @Test
    void jsonIsTyped() {
        shops(
                "list/shops.json",
                "[{\"name\": \"berlin\", \"size\": \"1GiB\", \"open\": false, \"stock\": null},\n"
                        + " {\"name\": \"osaka\", \"size\": \"2GiB\", \"tier\": \"data\", \"stock\": \"1GiB\","
                        + "\"open\": true}]");
        loaded();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            berlin,12,web,,true       | TYP002 tenants/acme/shops.csv:2:8 invalid
            berlin,1GiB,wob,,true     | NAM001 tenants/acme/shops.csv:2:13 unknown value `wob`
            berlin,1GiB,web,,yes      | TYP001 tenants/acme/shops.csv:2:18 `open` of
            {x},1GiB,web,,true        | TYP002 tenants/acme/shops.csv:2:1 invalid
            berlin,1GiB,web           | DAT001 tenants/acme/shops.csv:2:1 row of 3 cells, expected 5
            berlin,1GiB,"web,,true    | DAT001 tenants/acme/shops.csv:2:13 unmatched quote
            ber"lin,1GiB,web,,true    | DAT001 tenants/acme/shops.csv:2:4 unmatched quote
            "berlin"x,1GiB,web,,true  | DAT001 tenants/acme/shops.csv:2:9 unmatched quote
            """, quoteCharacter = '\0')
    void mistakesAreInTheFile(String row, String finding) {
        shops("shops.csv", "name,size,tier,stock,open\n" + row + "\n").check();
        assertEquals(1, text().size(), text()::toString);
        assertTrue(text().getFirst().startsWith(finding), text()::toString);
    }

    @ParameterizedTest
    @CsvSource({"'name,name'", "'name,'", "'a b'", "''"})
    void columnsHaveNames(String header) {
        shops("shops.csv", header + "\n").check();
        assertEquals(
                List.of(Code.INVALID_DATA_FILE),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"../globex/x.json", "/etc/x.json", "x.yaml", "a/../x.json", "./x.json", "''", "missing.json", ".x.json"
    })
    void onlyFilesOfTheOwnersFolderAreRead(String path) {
        file("platform/p.bbc", PLATFORM)
                .file("tenants/globex/t.bbc", "tenant globex { }\n")
                .file("tenants/globex/x.json", "[1]")
                .file("tenants/acme/t.bbc", "data a = file(\"" + path + "\")\ntenant acme { quota { tasks = a } }\n")
                .check();
        assertEquals(
                List.of(Code.INVALID_DATA_FILE, Code.UNREAD_FILE),
                findings.sorted().stream().map(Finding::code).sorted().toList());
    }

    @Test
    void thePlatformReadsNothingOfTenants() {
        file("p.bbc", PLATFORM + "data a: Int = file(\"tenants/acme/x.json\")\n")
                .file("tenants/acme/t.bbc", "tenant acme { }\n")
                .file("tenants/acme/x.json", "7")
                .check();
        assertEquals(
                List.of(Code.INVALID_DATA_FILE, Code.UNREAD_FILE),
                findings.sorted().stream().map(Finding::code).sorted().toList());
    }

    @Test
    void tenantsSeeDataOfThePlatformUnlessItIsPrivate() {
        file("platform/p.bbc", PLATFORM + "data a: Int = file(\"x.json\")\nprivate data b: Int = file(\"x.json\")\n")
                .file("platform/x.json", "7")
                .file("tenants/acme/t.bbc", "tenant acme { quota { tasks = a } }\n")
                .check();
        assertEquals(List.of(), text());
        file("tenants/acme/t.bbc", "tenant acme { quota { tasks = b } }\n").check();
        assertTrue(text().getFirst().startsWith("NAM001 tenants/acme/t.bbc:1:31 unknown name `b`"), text()::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Int   | "7"   | TYP001
            Bool  | "true"| TYP001
            Text  | 7     | TYP001
            Text? | ""    | ok
            Int   | 7.5   | TYP
            Int   | null  | TYP007
            [Int] | {}    | TYP001
            """, quoteCharacter = '\0')
    void jsonIsNotCoerced(String type, String json, String code) {
        file("platform/p.bbc", PLATFORM)
                .file("tenants/acme/t.bbc", "data a: " + type + " = file(\"a.json\")\ntenant acme { id = \"{a}\" }\n")
                .file("tenants/acme/a.json", json)
                .check();
        assertTrue(code.equals("ok") ? text().isEmpty() : text().getFirst().startsWith(code), text()::toString);
    }

    @Test
    void filesThatNothingNamesAreUnreadWhateverTheyContain() {
        file("platform/p.bbc", PLATFORM)
                .file("platform/other.json", "{")
                .file("tenants/acme/t.bbc", "tenant acme { }\n")
                .file("tenants/acme/package.json", "\u0000{")
                .check();
        assertEquals(
                List.of(Code.UNREAD_FILE),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @Test
    void namedFilesAreStrict() {
        file("platform/p.bbc", PLATFORM)
                .file("tenants/acme/t.bbc", "data a = file(\"a.json\")\ntenant acme { quota { tasks = len(a) } }\n")
                .file("tenants/acme/a.json", "[\"\u202e\"]")
                .check();
        assertEquals(
                List.of(Code.FORBIDDEN_CHARACTER),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @Test
    void limitsHoldForData() {
        file("platform/p.bbc", PLATFORM)
                .file("tenants/acme/t.bbc", "data a = file(\"a.json\")\ntenant acme { quota { tasks = len(a) } }\n")
                .file("tenants/acme/a.json", "[" + "1,".repeat(10_000) + "1]")
                .check();
        assertTrue(text().getFirst().startsWith("LIM001"), text()::toString);
        DataFilesTest deep = new DataFilesTest()
                .file("tenants/acme/t.bbc", "data a = file(\"a.json\")\ntenant acme { quota { tasks = len(a) } }\n")
                .file("tenants/acme/a.json", "[".repeat(65) + "]".repeat(65));
        deep.check();
        assertTrue(deep.text().getFirst().contains("(limit nesting: 64)"), deep.text()::toString);
    }
}
