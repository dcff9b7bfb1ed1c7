package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Codes of {@code bbc verify} that are not reported: those of {@code --allow}, and in one file those of its comment
 * {@code # bbc: allow SYS106}.
 */
final class AllowedCodes {
    private static final Pattern COMMENT =
            Pattern.compile("^[ \\t]*[#;][ \\t]*bbc:[ \\t]*allow[ \\t]+(?<codes>[A-Z0-9, \\t]+)$", Pattern.MULTILINE);

    private static final Pattern SEPARATOR = Pattern.compile("[, \\t]+");

    private final Set<String> everywhere;

    private AllowedCodes(List<String> everywhere) {
        this.everywhere = Set.copyOf(everywhere);
    }

    /** Returns the codes of the command line; an unknown one is a usage error. */
    static AllowedCodes of(List<String> codes) {
        Set<String> known = new HashSet<>();
        Arrays.stream(Code.values())
                .map(Code::id)
                .filter(id -> id.startsWith("SYS"))
                .forEach(known::add);
        codes.stream().filter(code -> !known.contains(code)).findFirst().ifPresent(code -> {
            throw new EnvironmentFault("unknown code '" + code + "' for --allow (expected a code such as SYS106)");
        });
        return new AllowedCodes(codes);
    }

    /** Returns whether to report a finding. */
    boolean isReported(Finding finding) {
        String id = finding.code().id();
        String text = finding.primary().span().file().text();
        return !everywhere.contains(id)
                && (!text.contains("bbc:")
                        || COMMENT.matcher(text)
                                .results()
                                .flatMap(match -> SEPARATOR.splitAsStream(match.group("codes")))
                                .noneMatch(id::equals));
    }
}
