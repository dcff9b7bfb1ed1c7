package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.ConfReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Checks that the command line of each workload, and that of the unit which sets the environment of a machine, fit in a
 * line that systemd reads. Counts are upper bounds: each argument with the longest names that it can have beside its
 * own, and with quotes and escapes.
 */
public final class CommandLines implements Check {
    /** Options that every workload has, with the longest paths. */
    private static final long FIXED = 4096;

    /** Option that passes a credential, without twice the credential's own name: two paths and a machine name. */
    private static final long CREDENTIAL = 128;

    /** Longest name of the credential of an attachment. */
    private static final long NETWORK = 40;

    /** Name of the credential of a portable service, without the service's own name. */
    private static final long PORTABLE = 48;

    /** Option that names one or two paths of a tenant on its host, without the last name of each. */
    private static final long PATHS = 256;

    /** Quotes and option of a variable, and the continuation of the line. */
    private static final long VARIABLE = 32;

    /** Field that adds arguments, and the bytes that it adds at most. */
    private record Part(String what, long bytes, Span span) {}

    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            String title = CheckScope.title(tenant, workload);
            switch (workload) {
                case Container c -> check(scope, title, parts(scope, c, environment(c)));
                case Machine m -> {
                    check(scope, title, parts(scope, m, Optional.empty()));
                    environment(m).ifPresent(part -> check(scope, title, List.of(part)));
                }
            }
        });
    }

    /** Returns the most bytes that the command line of a workload has in its unit. */
    static long bytes(CheckScope scope, Workload workload) {
        return sum(parts(scope, workload, workload instanceof Container ? environment(workload) : Optional.empty()));
    }

    private static long sum(List<Part> parts) {
        return FIXED + parts.stream().mapToLong(Part::bytes).sum();
    }

    private static List<Part> parts(CheckScope scope, Workload workload, Optional<Part> environment) {
        List<Part> parts = new ArrayList<>(environment.stream().toList());
        boolean machine = workload instanceof Machine;
        workload.attach().stream()
                .findFirst()
                .ifPresent(first -> parts.add(new Part(
                        "attachments",
                        workload.attach().size() * (CREDENTIAL + 2 * NETWORK),
                        first.at().block().span())));
        List<String> portable = workload.services().portable();
        parts.add(new Part(
                "portable services",
                sum(portable, name -> CREDENTIAL + 2 * (PORTABLE + name.length()))
                        + (machine ? sum(portable, name -> PATHS + 2 * name.length()) : 0),
                workload.at().span("services.portable")));
        if (machine) {
            workload.volume().stream()
                    .findFirst()
                    .ifPresent(first -> parts.add(new Part(
                            "volumes",
                            workload.volume().size() * PATHS,
                            first.at().block().span())));
            parts.add(extensions(scope, "sysexts", workload.extensions().sysext(), workload, "sysext"));
            parts.add(extensions(scope, "confexts", workload.extensions().confext(), workload, "confext"));
        }
        return parts;
    }

    private static Part extensions(CheckScope scope, String what, List<String> names, Workload workload, String field) {
        return new Part(
                what,
                sum(
                        names,
                        name -> PATHS
                                + 2 * name.length()
                                + scope.extension(name)
                                        .map(e -> StringSizes.bytes(e.source().path()))
                                        .orElse(0L)),
                workload.at().span("extensions." + field));
    }

    private static Optional<Part> environment(Workload workload) {
        long bytes = workload.env().entrySet().stream()
                .mapToLong(e -> VARIABLE + StringSizes.bytes(e.getKey()) + StringSizes.bytes(e.getValue()))
                .sum();
        return bytes == 0
                ? Optional.empty()
                : Optional.of(
                        new Part("variables of `env`", bytes, workload.at().span("env")));
    }

    private static long sum(List<String> names, ToLongFunction<String> bytes) {
        return names.stream().mapToLong(bytes).sum();
    }

    private static void check(CheckScope scope, String title, List<Part> parts) {
        long bytes = sum(parts);
        if (bytes <= ConfReader.MAX_LINE) {
            return;
        }
        Stream<Part> sorted =
                parts.stream().sorted(Comparator.comparingLong(Part::bytes).reversed());
        Part most = sorted.findFirst().orElseThrow();
        scope.report(Finding.of(
                        Code.STRINGS_TOO_LARGE,
                        most.span(),
                        "command line of " + title + " has " + bytes + " bytes, " + most.bytes() + " of them for "
                                + most.what() + ", which exceeds " + ConfReader.MAX_LINE)
                .why("systemd reads no longer line")
                .fix("put long values into files of a volume, or divide the workload"));
    }
}
