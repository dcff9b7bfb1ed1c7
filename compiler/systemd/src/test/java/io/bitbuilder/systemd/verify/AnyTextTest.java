package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a file holds, it is judged: no fault, every finding on one of its lines, and the same findings when it is
 * judged again.
 */
class AnyTextTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "/",
            "/a",
            "a",
            ":",
            "::",
            "%",
            "%m",
            "%z",
            "\\",
            "\\x41",
            "\"",
            "'",
            "-",
            "+",
            "~",
            "@v",
            "**/",
            "yes",
            "no",
            "auto",
            "0",
            "1",
            "65535",
            "4096",
            "1M",
            "infinity",
            "tcp:",
            "80",
            "fd00::1",
            "10.0.0.1",
            "[",
            "]",
            "#",
            "CAP_CHOWN",
            "all",
            "=",
            ",",
            ";",
            "\t",
            "\u00e4",
            "\uFFFD",
            ".",
            "..",
            "root",
            "pick",
            "managed");

    private final Verifier verifier = Verifier.of(Catalogue.NEWEST);

    @Property(tries = 200)
    void aFileOfSectionsIsJudged(@ForAll("settings") RawFile file) {
        judge(file);
    }

    @Property(tries = 200)
    void aFileOfLinesIsJudged(@ForAll("tables") RawFile file) {
        judge(file);
    }

    private void judge(RawFile file) {
        List<String> first = findings(file);
        long lines = new String(file.bytes(), StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n' || c == '\r' || c == 0)
                        .count()
                + 1;
        first.forEach(finding ->
                assertTrue(Long.parseLong(finding.substring(0, finding.indexOf(' '))) <= lines, finding));
        assertEquals(first, findings(file));
    }

    private List<String> findings(RawFile file) {
        Findings findings = new Findings();
        verifier.verify(List.of(file), true, findings);
        return findings.sorted().stream()
                .map(f -> f.primary().span().line() + " " + f.code() + " " + f.message())
                .toList();
    }

    @Provide
    Arbitrary<RawFile> settings() {
        return Arbitraries.of(
                        "nspawn",
                        "repart.d",
                        "sysupdate.transfer",
                        "sysupdate.feature",
                        "dnssd",
                        "dns-delegate",
                        "resolved.conf",
                        "networkd.conf",
                        "system.conf",
                        "logind.conf",
                        "journald.conf")
                .flatMap(type -> Combinators.combine(Arbitraries.of(directives(type)), values())
                        .as((directive, value) -> line(directive, value))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .map(lines ->
                                new RawFile(path(type), String.join("", lines).getBytes(StandardCharsets.UTF_8))));
    }

    @Provide
    Arbitrary<RawFile> tables() {
        Arbitrary<String> type = Arbitraries.of(
                "d", "f+", "L?", "w", "a", "k", "t", "h", "c", "u", "u!", "g", "m", "r", "Z~", "f^", "q$", "ID=",
                "NAME='", "A=\"");
        return Combinators.combine(type, values().list().ofMaxSize(6))
                .as((first, rest) -> first + " " + String.join(" ", rest) + "\n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(lines -> Arbitraries.of(
                                "etc/tmpfiles.d/a.conf",
                                "etc/sysusers.d/a.conf",
                                "etc/os-release",
                                "usr/lib/extension-release.d/extension-release.a")
                        .map(path -> new RawFile(path, String.join("", lines).getBytes(StandardCharsets.UTF_8))));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).list().ofMaxSize(5).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(12));
    }

    private static String line(Directive directive, String value) {
        return "[" + directive.section() + "]\n" + directive.key() + "=" + value + "\n";
    }

    private static List<Directive> directives(String type) {
        List<Directive> all = new ArrayList<>();
        CATALOGUE
                .sections(type)
                .forEach(section ->
                        all.addAll(CATALOGUE.directives(type, section).values()));
        return all;
    }

    private static String path(String type) {
        return switch (type) {
            case "repart.d" -> "etc/repart.d/a.conf";
            case "nspawn" -> "etc/systemd/nspawn/a.nspawn";
            case "dnssd" -> "etc/systemd/dnssd/a.dnssd";
            case "dns-delegate" -> "etc/systemd/dns-delegate.d/a.dns-delegate";
            case "sysupdate.transfer" -> "etc/sysupdate.d/a.transfer";
            case "sysupdate.feature" -> "etc/sysupdate.d/a.feature";
            default -> "etc/systemd/" + type;
        };
    }
}
