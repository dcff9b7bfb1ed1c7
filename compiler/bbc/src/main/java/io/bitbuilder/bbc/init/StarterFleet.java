package io.bitbuilder.bbc.init;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of a fleet with one host and one tenant, from templates of the standard library. */
public final class StarterFleet {
    private static final String FOLDER = "stdlib/init/";

    /** Name of the tenant in the templates and in their paths. */
    private static final String EXAMPLE = "example";

    private static final List<String> PROGRAMS = List.of("platform/platform.bbc", "tenants/" + EXAMPLE + "/tenant.bbc");

    /** Where the gate runs. */
    public enum Pipeline {
        /** GitHub Actions. */
        GITHUB(Optional.of("github.yml"), ".github/workflows/bbc.yml"),
        /** GitLab CI. */
        GITLAB(Optional.of("gitlab.yml"), ".gitlab-ci.yml"),
        /** No pipeline. */
        NONE(Optional.empty(), "");

        private final Optional<String> template;
        private final String path;

        Pipeline(Optional<String> template, String path) {
            this.template = template;
            this.path = path;
        }
    }

    private StarterFleet() {}

    /**
     * Returns the files by path.
     *
     * @param tenant name of the tenant
     * @throws EnvironmentFault if a tenant cannot have the name; it says why
     */
    public static SortedMap<String, String> files(String tenant, Pipeline pipeline) {
        SortedMap<String, String> files = new TreeMap<>();
        PROGRAMS.forEach(path -> files.put(named(path, tenant), named(template(path), tenant)));
        check(files, tenant);
        files.put(".pre-commit-config.yaml", template("ci/pre-commit-config.yaml"));
        pipeline.template.ifPresent(name -> files.put(pipeline.path, template("ci/" + name)));
        return files;
    }

    private static String named(String text, String tenant) {
        return text.replace(EXAMPLE, tenant);
    }

    /** Compiles the programs: a name that the language refuses is refused here, with its words. */
    private static void check(SortedMap<String, String> programs, String tenant) {
        if (!tenant.matches("[A-Za-z0-9_-]+")) {
            throw new EnvironmentFault(
                    "invalid tenant name `" + tenant + "` (expected lower-case letters, digits and -)");
        }
        Findings findings = new Findings();
        List<RawFile> raw = programs.entrySet().stream()
                .map(e -> new RawFile(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        Compiler.check(new SourceReader(Limits.DEFAULT, findings).read(raw), AllocationMode.FREE, findings);
        findings.sorted().stream().findFirst().ifPresent(finding -> {
            throw new EnvironmentFault("invalid tenant name `" + tenant + "`: " + finding.message());
        });
    }

    private static String template(String path) {
        try (InputStream in = StarterFleet.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new InternalFault(FOLDER + path + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
