package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.resolve.PlatformLimits;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.List;

/** Limits of a run, known before it: those of the platform's own files, resolved without any tenant. */
final class RaisedLimits {
    private RaisedLimits() {}

    /** Returns the limits that the sources were read within, raised where their platform does. */
    static Limits of(SourceSet sources) {
        List<SourceFile> platform = sources.programs().stream()
                .filter(file -> file.owner() instanceof Owner.Platform)
                .toList();
        if (platform.stream().noneMatch(file -> file.text().contains(PlatformLimits.BLOCK))) {
            return sources.limits();
        }
        // The run itself reports what is wrong with them.
        Findings unreported = new Findings();
        List<SourceUnit> units =
                DataFiles.read(Compiler.parse(platform, sources.limits(), unreported), sources, unreported);
        return PlatformLimits.of(
                Resolver.resolve(Stdlib.units(), units, sources.limits(), unreported), sources.limits());
    }
}
