package io.bitbuilder.bbc.explain;

import java.util.List;

/** The rule of precedence that made a writer win, in a sentence. */
final class WriterPrecedence {
    private WriterPrecedence() {}

    static String why(List<FieldWriter> writers) {
        FieldWriter first = writers.getFirst();
        if (writers.stream().anyMatch(w -> w.role() == FieldWriter.Role.CONFLICTS)) {
            return "writers of equal precedence disagree, so the field has no value";
        }
        if (first.role() == FieldWriter.Role.CONTRIBUTES) {
            return "additions and entries of all writers are joined; a `=` of higher precedence would replace them";
        }
        boolean alone = writers.stream().allMatch(w -> w == first || w.cause() instanceof Cause.KindDefault);
        return switch (first.cause()) {
            case Cause.Literal c when alone -> "no profile and no defaults write it";
            case Cause.Metadata c when alone -> "no profile and no defaults write it";
            case Cause.PlatformStatement c when alone -> "nobody else writes it";
            case Cause.Literal c -> "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.Metadata c -> "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.PlatformStatement c ->
                "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.Builtin c -> "the platform does not declare it, so the built-in platform applies";
            case Cause.Profile c ->
                "the block does not write it; a profile wins over the profiles it uses and over defaults";
            case Cause.Defaults c ->
                "neither the block nor a profile it uses writes it; defaults win over the kind's own default";
            case Cause.KindDefault c -> "nobody writes it, so the kind's own default applies";
            case Cause.Unset c -> "nobody writes it and the kind has no default";
            case Cause.Name c -> "the name of the block holds it";
            case Cause.Allocation c -> "`auto`: bbc chose the value; `bbc lock` keeps it";
            case Cause.Lock c -> "`auto`: the lock file keeps the value that an earlier run chose";
        };
    }
}
