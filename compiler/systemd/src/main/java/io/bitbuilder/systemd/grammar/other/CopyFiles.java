package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.SpecifierPaths;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of CopyFiles= (repart.d(5)): {@code source}, {@code source:target} or {@code source:target:options}. */
final class CopyFiles {
    private static final String VERITY = "fsverity=";

    private CopyFiles() {}

    static List<Complaint> judge(String value) {
        Splitter parts = Splitter.by(":", value, Flag.CUNESCAPE, Flag.EACH_SEPARATOR);
        List<String> columns = new ArrayList<>();
        while (columns.size() < 3) {
            Optional<Parsed<String>> part = parts.next();
            if (part.isEmpty()) {
                break;
            }
            switch (part.get()) {
                case Parsed.Good<String>(String text) -> columns.add(text);
                case Parsed.Bad<String>(Reason reason) -> {
                    return List.of(Complaint.refused(reason));
                }
            }
        }
        return parts.atEnd()
                ? paths(columns)
                : List.of(Complaint.refused("more than three fields (expected SOURCE:TARGET:OPTIONS)"));
    }

    private static List<Complaint> paths(List<String> columns) {
        List<Complaint> complaints = new ArrayList<>();
        if (columns.size() == 3) {
            for (String option : columns.get(2).split(",", -1)) {
                option(option).map(Complaint::part).ifPresent(complaints::add);
            }
        }
        String target = columns.size() > 1 ? columns.get(1) : columns.getFirst();
        Parsed<String> both =
                SpecifierPaths.absolute(columns.getFirst()).then(source -> SpecifierPaths.absolute(target));
        if (both instanceof Parsed.Bad<String>(Reason reason)) {
            complaints.add(Complaint.ignored(reason));
        }
        return complaints;
    }

    private static Optional<Reason> option(String option) {
        if (option.startsWith(VERITY)) {
            String value = option.substring(VERITY.length());
            return value.equals("copy") || value.equals("off")
                    ? Optional.empty()
                    : Optional.of(Reason.invalid("option", option, VERITY + "off or " + VERITY + "copy"));
        }
        return option.isEmpty() ? Optional.empty() : Optional.of(Reason.unknown("option", option));
    }
}
