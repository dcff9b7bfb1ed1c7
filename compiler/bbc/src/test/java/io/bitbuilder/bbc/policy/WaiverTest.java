package io.bitbuilder.bbc.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.SarifReport;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waivers: what they waive, when they are unused, when they expire, and how they are reported. */
class WaiverTest {
    private static final String POLICIES = """
            policy big { deny container c when c.memory.limit > 1GiB; message "big {c.tenant.name}.{c.name}" }
            policy disks { deny volume v when v.size > 1GiB; message "disk {v.name}" }
            policy never { deny container c when false; message "x" }
            """;
    private static final String TENANT = """
            container web { memory { limit = 2GiB }; volume data { size = 2GiB; mount = "/a" } }
            container db { memory { limit = 2GiB }; volume data { size = 2GiB; mount = "/a" } }
            """;

    private static PolicyRun waived(String waivers) {
        return PolicyRun.fleet()
                .policies(POLICIES)
                .file("platform/waivers.bbc", waivers)
                .tenant("acme", TENANT)
                .tenant("globex", "container web { memory { limit = 2GiB } }");
    }

    private static List<String> errors(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::message)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            big for acme.web         | big acme.db, big globex.web, disk data, disk data
            big for acme             | big globex.web, disk data, disk data
            disks for acme.db.data   | big acme.db, big acme.web, big globex.web, disk data
            disks for acme.db        | big acme.db, big acme.web, big globex.web, disk data
            disks for acme           | big acme.db, big acme.web, big globex.web
            big for globex           | big acme.db, big acme.web, disk data, disk data
            big for acme.web.data    | big acme.db, big acme.web, big globex.web, disk data, disk data
            """)
    void waivesOnePolicyForABlockAndWhatIsInIt(String waiver, String left) {
        List<Finding> findings =
                waived("waive " + waiver + " because \"OPS-1412\"\n").findings();
        assertEquals(
                List.of(left.split(", ")), errors(findings).stream().sorted().toList());
    }

    @Test
    void aWaivedFindingIsANoteWithTheReason() {
        List<Finding> findings = waived("waive big for acme.web because \"OPS-1412\" until 2027-01-31\n")
                .findings();
        Finding note = findings.stream()
                .filter(f -> f.waiver().isPresent())
                .findFirst()
                .orElseThrow();
        assertEquals("big acme.web", note.message());
        assertEquals(List.of(), note.fixes());
        String text = TextReport.of(false, false, Limits.DEFAULT).print(List.of(note));
        assertTrue(text.startsWith("note[POL001]: big acme.web\n"), text);
        assertTrue(text.contains("why: the platform waives policy `big` here: OPS-1412, until 2027-01-31\n"), text);
        assertTrue(text.endsWith("1 note\n"), text);
        String json = JsonReport.print(findings, Limits.DEFAULT).replaceAll("\\s+", "");
        assertTrue(json.contains("\"waived\":{\"reason\":\"OPS-1412\",\"until\":\"2027-01-31\"}"), json);
        assertTrue(json.contains("\"severity\":\"note\""), json);
        assertTrue(json.contains("\"policy\":\"disks\""), json);
        String sarif = SarifReport.print(findings, Limits.DEFAULT, "1").replaceAll("\\s+", "");
        assertTrue(sarif.contains("\"suppressions\":[{"), sarif);
        assertTrue(sarif.contains("\"justification\":\"OPS-1412,until2027-01-31\""), sarif);
        assertTrue(sarif.contains("\"properties\":{\"policy\":\"big\"}"), sarif);
        assertTrue(sarif.contains("\"level\":\"note\""), sarif);
    }

    @Test
    void theNearestWaiverCounts() {
        List<Finding> findings = waived("waive big for acme because \"all\"\nwaive big for acme.web because \"web\"\n")
                .findings();
        assertEquals(
                List.of("db: all", "web: web"),
                findings.stream()
                        .filter(f -> f.waiver().isPresent())
                        .map(f -> f.message().substring("big acme.".length()) + ": "
                                + f.waiver().orElseThrow())
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            never for acme.web  | unused waiver: policy `never` has no finding for acme.web | remove it
            big for acme.wep    | unused waiver: unknown block `wep` in acme.wep           | write `web`
            big for acmee       | unused waiver: unknown block `acmee` in acmee            | write `acme`
            big for acme.web.x  | unused waiver: unknown block `x` in acme.web.x           | remove it
            no-host-network for acme | unused waiver: policy `no-host-network` has no finding for acme | remove it
            """)
    void anUnusedWaiverIsAWarningAndOnTheGateOfThePlatformAnError(String waiver, String message, String fix) {
        PolicyRun run = waived("waive " + waiver + " because \"x\"\n");
        for (boolean complete : List.of(false, true)) {
            List<Finding> findings = run.findings(WaiverRules.ofChange(complete, Optional.empty())).stream()
                    .filter(f -> f.code().id().startsWith("WAI"))
                    .toList();
            assertEquals(
                    List.of(message), findings.stream().map(Finding::message).toList());
            assertEquals(
                    complete ? "WAI002" : "WAI001", findings.getFirst().code().id());
            assertEquals(fix, findings.getFirst().fixes().getFirst().text());
        }
    }

    @Test
    void anUnknownPolicyIsAnError() {
        List<Finding> findings =
                waived("waive bigg for acme.web because \"x\"\n").findings();
        Finding unknown = findings.getFirst();
        assertEquals("unknown policy `bigg`", unknown.message());
        assertEquals("write `big`", unknown.fixes().getFirst().text());
        assertTrue(errors(findings).contains("unknown policy `bigg`"));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-30, false", "2027-01-31, true", "2027-02-01, true"})
    void expiresOnlyWithADate(LocalDate date, boolean expires) {
        PolicyRun run = waived("waive big for acme because \"OPS-1412\" until 2027-01-31\n");
        assertEquals(List.of(), expired(run, Optional.empty()));
        List<String> expected = expires
                ? List.of("expired waiver of policy `big` for acme: it ended on 2027-01-31, and the date is " + date)
                : List.of();
        assertEquals(expected, expired(run, Optional.of(date)));
    }

    @ParameterizedTest
    @CsvSource({"false, WAI004, WARNING", "true, WAI003, ERROR"})
    void anExpiredWaiverRefusesChangesOfThePlatformOnly(boolean platform, String code, Severity severity) {
        PolicyRun run = waived("waive big for acme because \"OPS-1412\" until 2027-01-31\n");
        Optional<LocalDate> date = Optional.of(LocalDate.of(2027, 2, 1));
        Finding expired = run.findings(WaiverRules.ofChange(platform, date)).stream()
                .filter(f -> f.message().startsWith("expired"))
                .findFirst()
                .orElseThrow();
        assertEquals(code, expired.code().id());
        assertEquals(severity, expired.severity());
    }

    private static List<String> expired(PolicyRun run, Optional<LocalDate> date) {
        return errors(run.findings(WaiverRules.ofCheck(date))).stream()
                .filter(message -> message.startsWith("expired"))
                .toList();
    }

    @Test
    void aPolicyThatFailsLeavesItsWaiversAlone() {
        List<Finding> findings = PolicyRun.fleet()
                .policies("policy p { deny container c when 1 / len(c.volume) == 1; message \"x\" }\n"
                        + "waive p for acme because \"x\"\n")
                .tenant("acme", "container a { }")
                .findings();
        assertEquals(1, findings.size(), () -> PolicyRun.show(findings).toString());
    }
}
