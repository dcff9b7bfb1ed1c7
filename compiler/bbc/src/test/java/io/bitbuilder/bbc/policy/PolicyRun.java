package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of a fleet with policies, and what a check finds in them. */
final class PolicyRun {
    static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              image debian-vm { source = raw("/var/lib/machines/debian.raw") }
              admit acme { trust = trusted }
              admit globex { repository = "https://git.example/globex" }
              defaults container { image = debian; memory { limit = 64MiB } }
              defaults machine { image = debian-vm; memory { limit = 256MiB } }
            }
            """;

    private final List<SourceFile> programs = new ArrayList<>();
    private final List<SourceFile> metadata = new ArrayList<>();

    /** Files with a platform. */
    static PolicyRun fleet() {
        return new PolicyRun().file("platform/p.bbc", PLATFORM);
    }

    PolicyRun file(String path, String text) {
        (path.endsWith(".json") ? metadata : programs).add(new SourceFile(path, Owner.of(path), text));
        return this;
    }

    PolicyRun policies(String text) {
        return file("platform/policies" + programs.size() + ".bbc", text);
    }

    PolicyRun tenant(String name, String body) {
        return file("tenants/" + name + "/t.bbc", "tenant " + name + " {\n" + body + "\n}\n");
    }

    List<SourceFile> programs() {
        return programs;
    }

    List<Finding> findings() {
        return findings(WaiverRules.DEFAULT);
    }

    /** Returns the findings, but those about admitted tenants that the test does not have. */
    List<Finding> findings(WaiverRules rules) {
        Findings findings = new Findings();
        Compiler.check(new SourceSet(programs, metadata, List.of()), AllocationMode.FREE, rules, findings);
        return findings.sorted().stream()
                .filter(finding -> finding.code() != Code.ADMITTED_TENANT_MISSING)
                .toList();
    }

    /** Returns the messages of what policies deny; any other finding fails. */
    List<String> denied() {
        List<Finding> all = findings();
        if (all.stream().anyMatch(f -> f.code() != Code.DENIED_BY_POLICY)) {
            throw new AssertionError(show(all));
        }
        return all.stream().map(Finding::message).toList();
    }

    static List<String> show(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.code() + " " + f.primary().span() + " " + f.message()
                        + Optional.of(f.secondary())
                                .filter(s -> !s.isEmpty())
                                .map(s -> " @ " + s.getFirst().span())
                                .orElse(""))
                .toList();
    }
}
