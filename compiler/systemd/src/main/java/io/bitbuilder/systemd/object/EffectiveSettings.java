package io.bitbuilder.systemd.object;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.SectionHeader;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Settings that are in force once systemd has read all files of an object, or of some sections of it. Immutable.
 *
 * <p>systemd's rules (systemd.syntax(7), conf-parser.c):
 *
 * <ul>
 *   <li><b>Order</b>: main file first, then drop-ins by file name; in a file, line by line. Sections of one name add
 *       up.
 *   <li><b>Refused lines</b>: a line whose parser refuses the value is ignored, and the value before it stays in force.
 *   <li><b>Resets</b>: an empty value discards all lines of the key before it, if the parser accepts an empty value.
 *       Parsers of booleans and of most numbers refuse it: {@code DHCPServer=yes} followed by {@code DHCPServer=} is
 *       still yes.
 *   <li><b>Last wins</b>: of a key with one value, the last accepted line counts.
 *   <li><b>Lists</b>: all accepted lines after the last reset count, in order. A line of which systemd ignores every
 *       word counts as refused. Keys that fill one list, such as {@code ListenStream=} and {@code ListenFIFO=}, reset
 *       each other.
 *   <li><b>Booleans</b>: 1, yes, y, true, t, on and 0, no, n, false, f, off, in any case.
 * </ul>
 */
public final class EffectiveSettings {
    private static final Set<Effect> REFUSED =
            Set.of(Effect.LINE_IGNORED, Effect.SECTION_IGNORED, Effect.FILE_IGNORED, Effect.UNIT_REFUSED);

    private final Span place;
    private final List<SectionHeader> headers;
    private final List<Read> read;

    /**
     * A line after its parser.
     *
     * @param known true when some release has the directive
     * @param accepted true when the value counts, whole or in part
     * @param spoils true when the section is lost with the line
     */
    private record Read(Assignment line, boolean known, boolean accepted, boolean spoils) {}

    private EffectiveSettings(Span place, List<SectionHeader> headers, List<Read> read) {
        this.place = place;
        this.headers = List.copyOf(headers);
        this.read = List.copyOf(read);
    }

    /** Returns the settings of an object as the release of {@code lines} reads them. */
    public static EffectiveSettings of(ConfigObject object, LineChecker checker) {
        return new EffectiveSettings(
                object.start(),
                headers(object),
                object.assignments().map(line -> read(object, checker, line)).toList());
    }

    /** Returns the settings of an object with refused lines among them; an empty value always resets. */
    public static EffectiveSettings asWritten(ConfigObject object) {
        return new EffectiveSettings(
                object.start(),
                headers(object),
                object.assignments()
                        .map(line -> new Read(line, true, true, false))
                        .toList());
    }

    private static List<SectionHeader> headers(ConfigObject object) {
        return object.files().flatMap(file -> file.headers().stream()).toList();
    }

    private static Read read(ConfigObject object, LineChecker checker, Assignment line) {
        Optional<Directive> directive = checker.find(object.kind(), line.section(), line.key());
        Optional<Directive> used = directive.filter(d -> d.lifespan().usedBy(checker.target()));
        if (used.isEmpty()) {
            return new Read(line, directive.isPresent(), false, false);
        }
        List<Complaint> complaints = checker.judge(used.get(), object.name(), line.value());
        boolean accepted = complaints.stream().noneMatch(c -> REFUSED.contains(c.effect()))
                && hasGoodPart(line.value(), complaints);
        return new Read(
                line,
                true,
                accepted,
                complaints.stream().anyMatch(c -> c.effect() == Effect.SECTION_IGNORED || c.effect() == Effect.SILENT));
    }

    private static boolean hasGoodPart(String value, List<Complaint> complaints) {
        long bad = complaints.stream()
                .filter(c -> c.effect() == Effect.PART_IGNORED)
                .count();
        return bad == 0
                || bad < Splitter.of(value).rest().toOptional().map(List::size).orElse(1);
    }

    /** Returns the settings of all sections of those names together. */
    public EffectiveSettings in(String... sections) {
        Set<String> names = Set.of(sections);
        List<SectionHeader> found =
                headers.stream().filter(header -> names.contains(header.name())).toList();
        Span first = found.isEmpty() ? place : found.getFirst().span();
        return new EffectiveSettings(
                first,
                found,
                read.stream()
                        .filter(one -> names.contains(one.line().section()))
                        .toList());
    }

    /** Returns the settings of all sections but those of that name. */
    public EffectiveSettings outside(String... sections) {
        Set<String> names = Set.of(sections);
        return in(headers.stream()
                .map(SectionHeader::name)
                .filter(name -> !names.contains(name))
                .distinct()
                .toArray(String[]::new));
    }

    /**
     * Returns the settings of each section of a name, for sections that are one object each; sections without known
     * keys are none.
     */
    public List<EffectiveSettings> each(String section) {
        return grouped(section, Optional.empty());
    }

    /**
     * Returns the settings of each section of a name, and each line of a key of [Network] that is short for such a
     * section. An empty line of that key discards all before it.
     */
    public List<EffectiveSettings> eachOrShort(String section, String key) {
        return grouped(section, Optional.of(key));
    }

    private List<EffectiveSettings> grouped(String section, Optional<String> shortKey) {
        List<EffectiveSettings> groups = new ArrayList<>();
        List<Read> open = new ArrayList<>();
        for (Read one : read) {
            Assignment line = one.line();
            if (!open.isEmpty() && open.getFirst().line().header() != line.header()) {
                close(open, groups);
            }
            if (line.section().equals("Network")
                    && shortKey.filter(line.key()::equals).isPresent()) {
                if (line.value().isEmpty()) {
                    groups.clear();
                } else {
                    groups.add(new EffectiveSettings(line.span(), List.of(), List.of(one)));
                }
            } else if (line.section().equals(section) && one.known()) {
                open.add(one);
            }
        }
        close(open, groups);
        return List.copyOf(groups);
    }

    private static void close(List<Read> open, List<EffectiveSettings> groups) {
        if (!open.isEmpty()) {
            SectionHeader header = open.getFirst().line().header();
            groups.add(new EffectiveSettings(header.span(), List.of(header), open));
            open.clear();
        }
    }

    /** Returns the place for findings about all of them: the first section header, else the start of the object. */
    public Span place() {
        return place;
    }

    /** Returns whether the files have such a section. */
    public boolean hasSections() {
        return !headers.isEmpty();
    }

    /** Returns whether a line was refused in a way that loses the whole section. */
    public boolean isSpoiled() {
        return read.stream().anyMatch(Read::spoils);
    }

    /** Returns all accepted lines, in the order of reading. */
    public List<Assignment> accepted() {
        return read.stream().filter(Read::accepted).map(Read::line).toList();
    }

    /**
     * Returns the accepted lines of those keys without regard to resets, for parsers to which an empty value is not a
     * reset.
     */
    public List<Assignment> accepted(String... keys) {
        Set<String> names = Set.of(keys);
        return read.stream()
                .filter(one -> one.accepted() && names.contains(one.line().key()))
                .map(Read::line)
                .toList();
    }

    /** Returns the lines of a list, to which several keys may add, after the last reset. */
    public List<Assignment> all(String... keys) {
        List<Assignment> lines = accepted(keys);
        int from = lines.size();
        while (from > 0 && !lines.get(from - 1).value().isEmpty()) {
            from--;
        }
        return lines.subList(from, lines.size());
    }

    /** Returns the first line after the last reset, for keys whose later lines systemd ignores. */
    public Optional<Assignment> first(String... keys) {
        return all(keys).stream().findFirst();
    }

    /**
     * Returns the line that counts, of keys with one meaning; empty when none was accepted or the last one was a reset.
     */
    public Optional<Assignment> last(String... keys) {
        List<Assignment> all = all(keys);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Returns the value of {@link #last}. */
    public Optional<String> value(String... keys) {
        return last(keys).map(Assignment::value);
    }

    /** Returns the value of a boolean or word: {@code off} when unset or false, {@code ifTrue} when true. */
    public String mode(String key, String ifTrue) {
        String value = value(key).orElse("off");
        return !Booleans.is(value) ? value : isTrue(key) ? ifTrue : "off";
    }

    /** Returns whether there is a value. */
    public boolean has(String... keys) {
        return last(keys).isPresent();
    }

    /** Returns whether the value is a boolean and true. */
    public boolean isTrue(String... keys) {
        return value(keys).flatMap(v -> Booleans.parse(v).toOptional()).orElse(false);
    }

    /** Returns whether the value is a boolean and false. */
    public boolean isFalse(String... keys) {
        return !value(keys).flatMap(v -> Booleans.parse(v).toOptional()).orElse(true);
    }

    /** Returns the value as a time span in microseconds; a number without unit is in seconds. */
    public Optional<BigInteger> duration(String... keys) {
        return value(keys).flatMap(v -> TimeSpans.seconds(v).toOptional());
    }

    /** Returns the value as a number from 0 to 2³²-1. */
    public Optional<Long> number(String... keys) {
        return value(keys).flatMap(v -> Numbers.uint32(v).toOptional());
    }

    /** Returns the words of all lines of a list; lines whose quotes do not match have none. */
    public Stream<String> words(String... keys) {
        return all(keys).stream()
                .flatMap(line -> Splitter.of(line.value()).rest().toOptional().orElse(List.of()).stream());
    }
}
