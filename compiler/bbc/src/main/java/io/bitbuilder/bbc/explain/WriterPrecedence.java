package io.bitbuilder.bbc.explain;

import java.util.List;

/** Explains in a sentence why a writer has precedence. */
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
        boolean alone = writers.stream()
                .allMatch(w ->
                        w == first || w.role() == FieldWriter.Role.INACTIVE || w.cause() instanceof Cause.KindDefault);
        return switch (first.cause()) {
            case Cause.Literal c when alone -> "neither a profile nor defaults set it";
            case Cause.Metadata c when alone -> "neither a profile nor defaults set it";
            case Cause.PlatformStatement c when alone -> "there is no other writer";
            case Cause.Literal c -> "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.Metadata c -> "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.PlatformStatement c ->
                "a block's own statement wins over the profiles it uses and over defaults";
            case Cause.Builtin c -> "the platform does not declare it, so the built-in platform applies";
            case Cause.Profile c ->
                "the block does not set it; a profile wins over the profiles it uses and over defaults";
            case Cause.Defaults c ->
                "neither the block nor a profile that it uses sets it; defaults win over the kind's default";
            case Cause.KindDefault c -> "nothing sets it, so the kind's default applies";
            case Cause.Unset c -> "nothing sets it, and the kind has no default";
            case Cause.Name c -> "the label of the block sets it";
            case Cause.Allocation c -> "`auto`: bbc allocated the value; `bbc lock` keeps it";
            case Cause.Lock c -> "`auto`: an earlier run allocated the value, and the lock file keeps it";
        };
    }
}
