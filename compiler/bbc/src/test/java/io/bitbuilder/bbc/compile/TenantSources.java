package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sources of a test, by path: {@code platform}, tenants, and {@code locks/<tenant>.lock}. */
final class TenantSources {
    static final String PLATFORM = """
            platform p {
              host node-a { cpu = 640; memory = 2560GiB; storage = 40TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian; memory { limit = 64MiB } }
              %s
            }
            """;

    private TenantSources() {}

    /** Result of a check. */
    record Checked(Compilation compilation, List<Finding> findings) {
        List<String> codes() {
            return findings.stream().map(f -> f.code().toString()).toList();
        }
    }

    /** Checks a platform with these blocks, bodies of tenants, and lock files. */
    static Checked check(String platform, Map<String, String> tenants, Map<String, String> locks) {
        List<SourceFile> programs = new ArrayList<>();
        programs.add(new SourceFile("platform/p.bbc", Owner.PLATFORM, PLATFORM.formatted(platform)));
        tenants.forEach((name, body) -> programs.add(new SourceFile(
                "tenants/" + name + "/t.bbc",
                new Owner.Tenant(name),
                "tenant " + name + " {\n" + body.replace("; ", "\n") + "\n}\n")));
        List<SourceFile> files = new ArrayList<>();
        locks.forEach((name, lines) -> files.add(new SourceFile(
                "locks/" + name + ".lock", Owner.PLATFORM, "# bbc lock 1, tenant " + name + "\n" + lines)));
        Findings findings = new Findings();
        Compilation compilation =
                Compiler.check(new SourceSet(programs, List.of(), files), AllocationMode.FREE, findings);
        return new Checked(compilation, findings.sorted());
    }
}
