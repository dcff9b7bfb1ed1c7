package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Ids;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Sizes;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Splitter.Flag;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Grammars of definitions of partitions (repart.d(5)); for some invalid values systemd-repart changes no partition at all. */
final class RepartGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final int LABEL = 36;
    private static final int EXTRAS = 260;
    private static final int TARGETS_EXPAND = 262;
    private static final BigInteger PAGE = BigInteger.valueOf(4096);
    private static final Pattern PCR = Pattern.compile("(?<pcr>[^:]*)(?::(?<hash>[^=]*)(?:=(?:0[xX])?(?<value>.*))?)?");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})*");
    private static final int MAX_PCR = 23;

    /** Hashes, and the bytes of their values. */
    private static final Map<String, Integer> HASHES = Map.of("sha1", 20, "sha256", 32, "sha384", 48, "sha512", 64);
    private static final List<String> PCRS = List.of("platform-code", "platform-config", "external-code", "external-config", "boot-loader-code",
            "boot-loader-config", "host-platform", "secure-boot-policy", "kernel-initrd", "ima", "kernel-boot", "kernel-config", "sysexts",
            "shim-policy", "system-identity", "debug", "application-support");

    private RepartGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("partition_type", Maker.parsed(PartitionTypes::parse));
        makers.put("partition_label", Maker.parsed(RepartGrammars::label));
        makers.put("partition_size", Maker.of((value, context) -> size(value)));
        makers.put("block_size", Maker.parsed(text -> powerOfTwo(text).then(n -> n.compareTo(PAGE) <= 0 && n.intValue() >= 512
                ? Parsed.good(n) : Parsed.bad(Reason.outOfRange(text, "512..4096")))));
        makers.put("sector_size", Maker.parsed(RepartGrammars::powerOfTwo));
        makers.put("file_name", Maker.parsed(RepartGrammars::fileName));
        makers.put("host_path", Maker.parsed(HostPaths::absolute));
        makers.put("host_paths", Maker.of((value, context) -> CommonGrammars.each(Splitter.of(value, Flag.UNQUOTE), word -> part(HostPaths.absolute(word)))));
        makers.put("copy_files", Maker.of((value, context) -> CopyFiles.judge(value)));
        makers.put("exclude_paths", Maker.of((value, context) -> exclude(value)));
        makers.put("make_symlinks", Maker.of((value, context) -> CommonGrammars.each(Splitter.of(value, Flag.UNQUOTE), word -> symlink(word, context.target()))));
        makers.put("subvolumes", Maker.of((value, context) -> CommonGrammars.each(Splitter.of(value, Flag.UNQUOTE), RepartGrammars::subvolume)));
        makers.put("id", Maker.parsed(Ids::parse));
        makers.put("mount_point", Maker.parsed(RepartGrammars::mountPoint));
        makers.put("encrypted_volume", Maker.of((value, context) -> encryptedVolume(value, context.target() < EXTRAS ? 3 : 4)));
        makers.put("tpm2_pcrs", Maker.parsed(RepartGrammars::pcrs));
        return makers;
    }

    private static List<Complaint> part(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(Reason reason) ? List.of(Complaint.part(reason)) : List.of();
    }

    private static Parsed<String> label(String value) {
        return HostPaths.expand(value, LABEL).then(label -> label.length() <= LABEL ? Parsed.good(label) : Parsed.bad("the label exceeds " + LABEL + " characters"));
    }

    /** systemd rounds to a multiple of a page, up or down by the flag of the directive. */
    private static List<Complaint> size(String value) {
        return switch (Sizes.parse(value, Sizes.IEC)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> List.of(Complaint.refused(reason));
            case Parsed.Good<BigInteger>(BigInteger n) -> n.mod(PAGE).signum() == 0 || n.equals(Numbers.UINT64_MAX) ? List.of()
                    : List.of(new Complaint(Effect.CHANGED, "not a multiple of 4096; systemd rounds it"));
        };
    }

    private static Parsed<BigInteger> powerOfTwo(String text) {
        return Sizes.parse(text, Sizes.IEC).then(n -> n.bitCount() == 1 ? Parsed.good(n) : Parsed.bad(Reason.about(text, "'" + text + "' is not a power of two")));
    }

    private static Parsed<String> fileName(String value) {
        return Texts.isFilename(value) ? Parsed.good(value) : Parsed.bad(Reason.invalid("file name", value));
    }

    /** systemd reads no further after the first invalid path. */
    private static List<Complaint> exclude(String value) {
        return CommonGrammars.each(Splitter.of(value, Flag.UNQUOTE), word -> part(HostPaths.absolute(word, Paths.Check.KEEP_SLASH))).stream().limit(1).toList();
    }

    /** {@code path:target}; older releases expand specifiers in the path only. */
    private static List<Complaint> symlink(String word, int release) {
        Splitter parts = Splitter.by(":", word, Flag.UNQUOTE, Flag.EACH_SEPARATOR);
        Parsed<String> source = parts.next().orElseThrow();
        Optional<Parsed<String>> target = parts.next();
        return target.isEmpty() ? List.of(Complaint.part(Reason.invalid("symlink", word, "PATH:TARGET")))
                : part(source.then(path -> target.get().then(t -> HostPaths.absolute(path).then(p -> release < TARGETS_EXPAND ? Parsed.good(t) : HostPaths.expand(t, HostPaths.PATH)))));
    }

    private static List<Complaint> subvolume(String word) {
        Splitter parts = Splitter.by(":", word, Flag.UNQUOTE, Flag.EACH_SEPARATOR);
        Parsed<String> path = parts.next().orElseThrow().then(HostPaths::absolute);
        Optional<Parsed<String>> flags = parts.next();
        return part(path.then(p -> flags.isEmpty() ? Parsed.good(p) : flags.get().then(RepartGrammars::subvolumeFlags)));
    }

    private static Parsed<String> subvolumeFlags(String flags) {
        for (String flag : flags.split(",", -1)) {
            if (!flag.equals("ro") && !flag.equals("nodatacow")) {
                return Parsed.bad(Reason.unknown("subvolume flag", flag));
            }
        }
        return Parsed.good(flags);
    }

    /** {@code path} or {@code path:options}. */
    private static Parsed<String> mountPoint(String value) {
        Splitter parts = Splitter.by(":", value, Flag.CUNESCAPE, Flag.EACH_SEPARATOR, Flag.UNQUOTE);
        Parsed<String> where = parts.next().orElseThrow();
        Parsed<String> options = parts.next().orElse(Parsed.good(""));
        return where.then(path -> options.then(o -> !parts.atEnd() ? Parsed.bad("more than two fields (expected PATH:OPTIONS)")
                : Paths.check(path, Set.of(Paths.Check.ABSOLUTE))));
    }

    /** {@code volume:keyfile:options:extra}, each of which may be missing; older releases know no extras. */
    private static List<Complaint> encryptedVolume(String value, int most) {
        Splitter parts = Splitter.by(":", value, Flag.CUNESCAPE, Flag.EACH_SEPARATOR, Flag.UNQUOTE);
        String[] columns = {"", "", "", ""};
        for (int i = 0; i < most; i++) {
            Parsed<String> part = parts.next().orElse(Parsed.good(""));
            if (part instanceof Parsed.Bad<String>(Reason reason)) {
                return CommonGrammars.ignored(reason);
            }
            columns[i] = part.toOptional().orElse("");
        }
        if (!parts.atEnd()) {
            return CommonGrammars.ignored("more than " + most + " fields");
        }
        if (!columns[0].isEmpty() && !Texts.isFilename(columns[0])) {
            return CommonGrammars.ignored(Reason.invalid("volume name", columns[0]));
        }
        String extra = columns[3];
        return extra.isEmpty() ? List.of() : CommonGrammars.each(Splitter.by(",", extra, Flag.EACH_SEPARATOR, Flag.UNESCAPE_SEPARATORS),
                word -> word.equals("fixate-volume-key") ? List.of() : List.of(Complaint.part(Reason.unknown("option", word))));
    }

    /** Registers between {@code +} or {@code ,}: a number or a name, its hash, its value. */
    private static Parsed<String> pcrs(String value) {
        for (String word : value.split("[+,]")) {
            if (!word.isEmpty() && !isPcr(word)) {
                return Parsed.bad(Reason.invalid("PCR", word));
            }
        }
        return Parsed.good(value);
    }

    private static boolean isPcr(String word) {
        var matcher = PCR.matcher(word);
        if (!matcher.matches()) {
            return false;
        }
        String hash = matcher.group("hash");
        String digest = matcher.group("value");
        boolean known = PCRS.contains(matcher.group("pcr")) || Numbers.uint(matcher.group("pcr"), 0, MAX_PCR) instanceof Parsed.Good;
        return known && (hash == null || hash.isEmpty() || HASHES.containsKey(hash))
                && (digest == null || digest.isEmpty() || HEX.matcher(digest).matches() && digest.length() == 2 * HASHES.getOrDefault(hash, 0));
    }
}
