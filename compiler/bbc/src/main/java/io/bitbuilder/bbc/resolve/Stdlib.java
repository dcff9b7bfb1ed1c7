package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Program files of the standard library. */
public final class Stdlib {
    private static final List<String> PATHS = List.of(
            "kinds/platform.bbc",
            "kinds/tenant.bbc",
            "kinds/workload.bbc",
            "kinds/between.bbc",
            "kinds/raw.bbc",
            "builtin.bbc",
            "profiles/hardened.bbc",
            "lib/std/workloads.bbc",
            "lib/std/networks.bbc",
            "policies/standard.bbc");

    private Stdlib() {}

    /** Returns all program files, owned by the standard library. */
    public static List<SourceFile> programs() {
        return PATHS.stream().map(Stdlib::read).toList();
    }

    /** Returns all program files, parsed once in a process: a gate compiles two states of one fleet. */
    public static List<SourceUnit> units() {
        return Parsed.UNITS;
    }

    private static SourceFile read(String path) {
        String name = "stdlib/" + path;
        try (InputStream in = Stdlib.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the standard library: " + name);
            }
            return new SourceFile(name, Owner.STD, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made at the first use. */
    private static final class Parsed {
        private static final List<SourceUnit> UNITS = parse();

        private static List<SourceUnit> parse() {
            Findings findings = new Findings();
            List<SourceUnit> units = programs().stream()
                    .map(file -> Parser.parse(file, findings))
                    .toList();
            if (findings.hasErrors()) {
                throw new InternalFault(
                        "the standard library does not parse: " + findings.all().getFirst());
            }
            return units;
        }
    }
}
