package io.bitbuilder.systemd.rule.image;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.grammar.other.PartitionTypes;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Sizes;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rules of repart.d(5): definitions because of which systemd-repart refuses to change any partition. The first reason
 * counts.
 */
public final class RepartRules {
    private static final String SECTION = "Partition";

    public static final List<ObjectRule> ALL = List.of((object, checker, sink) -> {
        if (!object.isMasked()) {
            new RepartRules(object, EffectiveSettings.of(object, checker).in(SECTION)).judge(sink);
        }
    });

    private static final BigInteger PAGE = BigInteger.valueOf(4096);
    private static final Set<String> READ_ONLY = Set.of("DM_verity_hash", "cramfs", "erofs", "iso9660", "squashfs");
    private static final int MAX_VOLUME = 127;
    private static final String COMMON = "home|srv|var|tmp|xbootldr|(?:root|usr)(?:-[a-z0-9_-]*)?";
    private static final Map<String, Pattern> FLAGS = new TreeMap<>(Map.of(
            "ReadOnly", Pattern.compile(COMMON),
            "GrowFileSystem", Pattern.compile("(?!.*-verity)(?:" + COMMON + ")"),
            "NoAuto", Pattern.compile("swap|(?!.*-verity-sig)(?:" + COMMON + ")")));
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

    private final ConfigObject object;
    private final EffectiveSettings partition;
    private final String type;
    private final boolean replaces;
    private final boolean copiesBlocks;
    private final String encrypt;
    private final String verity;
    private final Optional<String> written;

    private RepartRules(ConfigObject object, EffectiveSettings partition) {
        this.object = object;
        this.partition = partition;
        type = partition
                .value("Type")
                .map(t -> PartitionTypes.parse(t).toOptional().orElse(""))
                .orElse("");
        replaces = has("BlockDeviceReplace");
        copiesBlocks = has("CopyBlocks");
        encrypt = partition.mode("Encrypt", "key-file");
        verity = partition.value("Verity").orElse("off");
        written = partition.value("Format");
    }

    private void judge(FindingSink sink) {
        Optional<String> reason = sizes().or(this::basics)
                .or(this::volume)
                .or(this::contents)
                .or(this::minimize)
                .or(this::verity)
                .or(this::rest);
        reason.ifPresent(
                text -> sink.add(Code.UNIT_REFUSED, object.start(), text + "; systemd-repart refuses all definitions"));
        if (reason.isEmpty() && encrypt.equals("off")) {
            reportUnused(sink, partition.isTrue("Discard"), "Discard=");
            reportUnused(sink, has("EncryptKDF"), "EncryptKDF=");
        }
        if (reason.isEmpty()) {
            FLAGS.forEach((key, types) -> flag(sink, key, types));
        }
    }

    /** Reports flags that the type of partition does not support. */
    private void flag(FindingSink sink, String key, Pattern types) {
        if (!DIGITS.matcher(type).matches() && !types.matcher(type).matches()) {
            partition
                    .last(key)
                    .ifPresent(a -> sink.add(
                            Code.INVALID_DIRECTIVE_VALUE,
                            a.span(),
                            key + "= is not supported for partitions of type " + type));
        }
    }

    private void reportUnused(FindingSink sink, boolean set, String key) {
        if (set) {
            sink.add(Code.DEPRECATED, object.start(), key + " has no effect without Encrypt=");
        }
    }

    private Optional<String> sizes() {
        return ordered("Size").or(() -> ordered("Padding"));
    }

    private Optional<String> ordered(String prefix) {
        Optional<BigInteger> least = size(prefix + "MinBytes")
                .map(n -> n.add(PAGE).subtract(BigInteger.ONE).divide(PAGE));
        Optional<BigInteger> most = size(prefix + "MaxBytes").map(n -> n.divide(PAGE));
        return when(
                least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0,
                prefix + "MinBytes= exceeds " + prefix + "MaxBytes=");
    }

    private Optional<BigInteger> size(String key) {
        return partition.value(key).flatMap(text -> Sizes.parse(text, Sizes.IEC).toOptional());
    }

    private Optional<String> basics() {
        return when(type.isEmpty(), "missing Type=")
                .or(() -> when(
                        copiesBlocks && (written.isPresent() || populated(written)),
                        "CopyBlocks= cannot be combined with Format=, CopyFiles=, MakeDirectories= or MakeSymlinks="))
                .or(() -> when(
                        replaces && (written.isPresent() || populated(written)),
                        "BlockDeviceReplace= cannot be combined with Format=, CopyFiles=, "
                                + "MakeDirectories= or MakeSymlinks="))
                .or(() -> when(copiesBlocks && replaces, "BlockDeviceReplace= cannot be combined with CopyBlocks="));
    }

    private Optional<String> volume() {
        Optional<String> name = partition.value("VolumeName");
        return name.flatMap(
                n -> when(!PlainStrings.isFilename(n) || n.length() > MAX_VOLUME, "invalid volume name in VolumeName=")
                        .or(() -> when(encrypt.equals("off"), "VolumeName= requires Encrypt="))
                        .or(() -> when(!replaces, "VolumeName= requires BlockDeviceReplace=")));
    }

    /**
     * Returns the file system that systemd-repart creates: the configured one, else the one that type and contents
     * require; {@code empty} is none.
     */
    private Optional<String> format() {
        if (written.isPresent()) {
            return written.filter(f -> !f.equals("empty"));
        }
        if (type.equals("swap")) {
            return Optional.of("swap");
        }
        boolean needed = populated(written) || !encrypt.equals("off") && !copiesBlocks && !replaces;
        return needed ? Optional.of(type.equals("esp") || type.equals("xbootldr") ? "vfat" : "ext4") : Optional.empty();
    }

    /** Returns whether the file system is populated, if only with the attribute for its mount point. */
    private boolean populated(Optional<String> format) {
        return has("CopyFiles")
                || partition.has("MakeDirectories")
                || partition.has("MakeSymlinks")
                || validated(format);
    }

    private boolean validated(Optional<String> format) {
        Optional<String> wish = partition.value("AddValidateFS");
        return wish.map(ValidValues::isYes)
                .orElseGet(() -> format.filter(f -> !f.equals("swap") && !f.equals("vfat"))
                        .isPresent());
    }

    private Optional<String> contents() {
        return when(
                written.filter("swap"::equals).isPresent() && populated(written),
                "Format=swap cannot be combined with CopyFiles=, MakeDirectories= or MakeSymlinks=");
    }

    private Optional<String> minimize() {
        String how = partition.mode("Minimize", "best");
        Optional<String> format = format();
        boolean hash = verity.equals("hash");
        return when(!how.equals("off") && format.isEmpty() && !hash, "Minimize= requires Format= or Verity=hash")
                .or(() -> when(
                        how.equals("best")
                                && format.filter(f -> !READ_ONLY.contains(f) && !f.equals("btrfs"))
                                        .isPresent()
                                && !hash,
                        "Minimize=best is only supported for read-only file systems and btrfs"))
                .or(() -> when(
                        format.filter(READ_ONLY::contains).isPresent() && !populated(format),
                        "Format=" + format.orElse("") + " requires files to copy, such as CopyFiles="));
    }

    private Optional<String> verity() {
        boolean key = has("VerityMatchKey");
        boolean off = verity.equals("off");
        boolean derived = verity.equals("hash") || verity.equals("signature");
        boolean sized = has("SizeMinBytes") || has("SizeMaxBytes");
        return when(!off && !key, "Verity= requires VerityMatchKey=")
                .or(() -> when(off && key, "VerityMatchKey= requires Verity="))
                .or(() -> when(
                        derived && (format().isPresent() || populated(format())),
                        "Verity=" + verity
                                + " cannot be combined with CopyFiles=, Format=, MakeDirectories= or MakeSymlinks="))
                .or(() -> when(
                        derived && !encrypt.equals("off"), "Verity=" + verity + " cannot be combined with Encrypt="))
                .or(() -> when(
                        verity.equals("signature") && sized,
                        "Verity=signature cannot be combined with SizeMinBytes= or SizeMaxBytes="));
    }

    private Optional<String> rest() {
        boolean inline = partition.mode("Integrity", "inline").equals("inline");
        return when(inline && encrypt.equals("off"), "Integrity=inline requires Encrypt=")
                .or(this::defaultSubvolume)
                .or(this::supplement)
                .or(() -> when(
                        inline && partition.isTrue("Discard"), "Integrity=inline cannot be combined with Discard="));
    }

    private Optional<String> defaultSubvolume() {
        return partition
                .value("DefaultSubvolume")
                .flatMap(path -> when(
                        partition.all("Subvolumes").stream()
                                .flatMap(a -> List.of(a.value().split("\\s+")).stream())
                                .noneMatch(word -> Paths.simplify(word.replaceFirst(":.*", ""), false)
                                        .equals(Paths.simplify(path, false))),
                        "DefaultSubvolume= is not in Subvolumes="));
    }

    private Optional<String> supplement() {
        return partition
                .value("SupplementFor")
                .flatMap(name -> when(!PlainStrings.isFilenamePart(name), "invalid file name in SupplementFor=")
                        .or(() -> when(
                                copiesBlocks || !encrypt.equals("off") || !verity.equals("off"),
                                "SupplementFor= cannot be combined with CopyBlocks=, Encrypt= or Verity=")));
    }

    private boolean has(String key) {
        return partition.has(key);
    }

    private static Optional<String> when(boolean wrong, String reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
    }
}
