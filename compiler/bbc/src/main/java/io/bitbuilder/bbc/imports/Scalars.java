package io.bitbuilder.bbc.imports;

import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import io.bitbuilder.core.scalar.WholeNumber;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values of other tools as text of the language; empty if they have no counterpart. */
final class Scalars {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})(?:\\.([0-9]{1,9}))?([bkmgtBKMGT]?)(?:i?[bB])?");
    private static final String UNITS = "bkmgt";
    private static final int PROCESSORS = 4096;

    private Scalars() {}

    /** Returns a value by the conversion's name. */
    static Optional<String> of(String how, String text) {
        return switch (how) {
            case "size" -> size(text);
            case "cores" -> good(Cpu.parse(text));
            case "quota" -> text.endsWith("%") ? cores(text.substring(0, text.length() - 1)) : Optional.empty();
            case "integer" -> good(WholeNumber.parse(text));
            case "bool" -> bool(text).map(String::valueOf);
            case "cpuset" -> cpuset(text);
            case "duration" -> duration(text);
            case "subnet" -> good(Subnet4.parse(text));
            case "gateway" -> gateway(text);
            case "masquerade" -> masquerade(text);
            case "internal" -> bool(text).map(internal -> internal ? "bridge" : "nat");
            default -> Optional.empty();
        };
    }

    /** Returns a truth value in any spelling of systemd or YAML. */
    static Optional<Boolean> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "t", "on", "1" -> Optional.of(true);
            case "no", "n", "false", "f", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Returns a string in quotes; a program cannot hold invisible characters. */
    static Optional<String> string(String text) {
        boolean plain =
                Lexical.isText(text) && text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\r') < 0;
        return plain ? Optional.of(Lexical.quoted(text)) : Optional.empty();
    }

    /** Returns an address. */
    static Optional<String> address(String text) {
        return good(Address4.parse(text));
    }

    private static Optional<String> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int power = Math.max(0, UNITS.indexOf(matcher.group(3).toLowerCase(Locale.ROOT)));
        BigDecimal number = new BigDecimal(
                matcher.group(1) + "." + Optional.ofNullable(matcher.group(2)).orElse("0"));
        BigDecimal bytes = number.multiply(BigDecimal.valueOf(1L << 10 * power)).stripTrailingZeros();
        boolean valid = bytes.scale() <= 0 && bytes.compareTo(BigDecimal.valueOf(Size.MAX_BYTES)) <= 0;
        return valid ? Optional.of(new Size(bytes.longValueExact()).toString()) : Optional.empty();
    }

    private static Optional<String> cores(String percent) {
        return WholeNumber.parse(percent) instanceof Parsed.Good<Long>(Long n) && n > 0 && n < 1_000_000
                ? Optional.of(new Cpu(n * 10).toString())
                : Optional.empty();
    }

    private static Optional<String> cpuset(String text) {
        TreeSet<Integer> processors = new TreeSet<>();
        for (String part : text.split("[, ]+")) {
            Matcher matcher = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?").matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(matcher.group(1));
            int last =
                    Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(first);
            for (int i = first; i <= last && i < PROCESSORS; i++) {
                processors.add(i);
            }
        }
        return processors.isEmpty() ? Optional.empty() : Optional.of(processors.toString());
    }

    private static Optional<String> duration(String text) {
        return TimeSpans.seconds(text) instanceof Parsed.Good<BigInteger>(BigInteger micros)
                        && micros.compareTo(BigInteger.valueOf(TimeSpan.MAX_MICROS)) <= 0
                        && micros.signum() > 0
                ? Optional.of(new TimeSpan(micros.longValueExact()).toString())
                : Optional.empty();
    }

    /** The gateway of a network has the first address of its subnet. */
    private static Optional<String> gateway(String text) {
        return InterfaceAddress.parse(text) instanceof Parsed.Good<InterfaceAddress>(InterfaceAddress address)
                        && address.address().equals(address.subnet().at(1))
                ? Optional.of(address.subnet().toString())
                : Optional.empty();
    }

    private static Optional<String> masquerade(String text) {
        return text.equals("ipv4") || text.equals("both") || bool(text).equals(Optional.of(true))
                ? Optional.of("nat")
                : Optional.empty();
    }

    private static Optional<String> good(Parsed<?> parsed) {
        return parsed instanceof Parsed.Good<?>(Object value) ? Optional.of(value.toString()) : Optional.empty();
    }
}
