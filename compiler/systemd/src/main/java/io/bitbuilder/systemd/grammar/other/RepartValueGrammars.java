package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.SpecifierPaths;
import io.bitbuilder.systemd.value.Id128;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Grammars of definitions of partitions (repart.d(5)); for some invalid values systemd-repart changes no partition at
 * all.
 */
final class RepartValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final int LABEL = 36;
    private static final int EXTRAS = 260;
    private static final BigInteger PAGE = BigInteger.valueOf(4096);

    private RepartValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("partition_type", GrammarFactory.parsed(PartitionTypes::parse));
        factories.put("partition_label", GrammarFactory.parsed(RepartValueGrammars::label));
        factories.put("partition_size", GrammarFactory.of((value, context) -> size(value)));
        factories.put(
                "block_size",
                GrammarFactory.parsed(text -> powerOfTwo(text)
                        .then(n -> n.compareTo(PAGE) <= 0 && n.intValue() >= 512
                                ? Parsed.good(n)
                                : Parsed.bad(Reason.outOfRange(text, "512..4096")))));
        factories.put("sector_size", GrammarFactory.parsed(RepartValueGrammars::powerOfTwo));
        factories.put("file_name", GrammarFactory.parsed(RepartValueGrammars::fileName));
        factories.put("host_path", GrammarFactory.parsed(SpecifierPaths::absolute));
        factories.put(
                "host_paths",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value, Flag.UNQUOTE), word -> part(SpecifierPaths.absolute(word)))));
        factories.put("id", GrammarFactory.parsed(Id128::parse));
        factories.put("mount_point", GrammarFactory.parsed(RepartValueGrammars::mountPoint));
        factories.put(
                "encrypted_volume",
                GrammarFactory.of((value, context) -> encryptedVolume(value, context.target() < EXTRAS ? 3 : 4)));
        return factories;
    }

    static List<Complaint> part(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(Reason reason) ? List.of(Complaint.part(reason)) : List.of();
    }

    private static Parsed<String> label(String value) {
        return SpecifierPaths.expand(value, LABEL)
                .then(label -> label.length() <= LABEL
                        ? Parsed.good(label)
                        : Parsed.bad("the label exceeds " + LABEL + " characters"));
    }

    /** systemd rounds to a multiple of a page, up or down by the flag of the directive. */
    private static List<Complaint> size(String value) {
        return switch (Sizes.parse(value, Sizes.IEC)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> List.of(Complaint.refused(reason));
            case Parsed.Good<BigInteger>(BigInteger n) ->
                n.mod(PAGE).signum() == 0 || n.equals(Numbers.UINT64_MAX)
                        ? List.of()
                        : List.of(new Complaint(Effect.CHANGED, "not a multiple of 4096; systemd rounds it")
                                .with(Remedy.write(n.add(PAGE)
                                        .subtract(BigInteger.ONE)
                                        .divide(PAGE)
                                        .multiply(PAGE)
                                        .toString())));
        };
    }

    private static Parsed<BigInteger> powerOfTwo(String text) {
        return Sizes.parse(text, Sizes.IEC)
                .then(n -> n.bitCount() == 1
                        ? Parsed.good(n)
                        : Parsed.bad(Reason.about(text, "'" + text + "' is not a power of two")));
    }

    private static Parsed<String> fileName(String value) {
        return PlainStrings.isFilename(value) ? Parsed.good(value) : Parsed.bad(Reason.invalid("file name", value));
    }

    /** {@code path} or {@code path:options}. */
    private static Parsed<String> mountPoint(String value) {
        Splitter parts = Splitter.by(":", value, Flag.CUNESCAPE, Flag.EACH_SEPARATOR, Flag.UNQUOTE);
        Parsed<String> where = parts.next().orElseThrow();
        Parsed<String> options = parts.next().orElse(Parsed.good(""));
        return where.then(path -> options.then(o -> !parts.atEnd()
                ? Parsed.bad("more than two fields (expected PATH:OPTIONS)")
                : Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
    }

    /** {@code volume:keyfile:options:extra}, each of which may be missing; older releases know no extras. */
    private static List<Complaint> encryptedVolume(String value, int most) {
        Splitter parts = Splitter.by(":", value, Flag.CUNESCAPE, Flag.EACH_SEPARATOR, Flag.UNQUOTE);
        String[] columns = {"", "", "", ""};
        for (int i = 0; i < most; i++) {
            Parsed<String> part = parts.next().orElse(Parsed.good(""));
            if (part instanceof Parsed.Bad<String>(Reason reason)) {
                return CommonValueGrammars.ignored(reason);
            }
            columns[i] = part.toOptional().orElse("");
        }
        if (!parts.atEnd()) {
            return CommonValueGrammars.ignored("more than " + most + " fields");
        }
        if (!columns[0].isEmpty() && !PlainStrings.isFilename(columns[0])) {
            return CommonValueGrammars.ignored(Reason.invalid("volume name", columns[0]));
        }
        String extra = columns[3];
        return extra.isEmpty()
                ? List.of()
                : CommonValueGrammars.each(
                        Splitter.by(",", extra, Flag.EACH_SEPARATOR, Flag.UNESCAPE_SEPARATORS),
                        word -> word.equals("fixate-volume-key")
                                ? List.of()
                                : List.of(Complaint.part(Reason.unknown("option", word))));
    }
}
