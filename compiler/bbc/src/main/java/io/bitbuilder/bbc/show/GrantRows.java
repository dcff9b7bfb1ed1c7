package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.allocate.LockLine;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims with their grants, and whether a grant is written, locked or chosen in this run. */
final class GrantRows {
    /** Reason of a grant. */
    private enum Source {
        /** Chosen in this run: the next one may choose another. */
        AUTO,
        /** Kept by the line of a lock file. */
        LOCKED,
        /** Written in the sources. */
        LITERAL,
        /** A stand-in for a claim that failed. */
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private GrantRows() {}

    private static Source source(Compilation compilation, ClaimPath claim, Grant grant) {
        if (compilation.grants().failed().contains(claim)) {
            return Source.FAILED;
        }
        if (!compilation.grants().auto().contains(claim)) {
            return Source.LITERAL;
        }
        return compilation
                        .locks()
                        .of(claim)
                        .filter(line -> !line.gone())
                        .map(LockLine::grant)
                        .filter(grant::equals)
                        .isPresent()
                ? Source.LOCKED
                : Source.AUTO;
    }

    /** Returns a table, sorted by claim; values are in the notation of lock files. */
    static String text(Compilation compilation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("claim", "value", "source"));
        compilation
                .grants()
                .all()
                .forEach((claim, grant) -> rows.add(List.of(
                        claim.toString(),
                        grant.toString(),
                        source(compilation, claim, grant).word())));
        return AlignedRows.of(rows);
    }

    /** Returns the same as JSON. */
    static Json json(Compilation compilation) {
        List<Json> rows = new ArrayList<>();
        for (Map.Entry<ClaimPath, Grant> entry : compilation.grants().all().entrySet()) {
            rows.add(Json.object()
                    .put("claim", entry.getKey().toString())
                    .put(
                            "source",
                            source(compilation, entry.getKey(), entry.getValue())
                                    .word())
                    .put("value", entry.getValue().toString())
                    .build());
        }
        return new Json.Elements(rows);
    }
}
