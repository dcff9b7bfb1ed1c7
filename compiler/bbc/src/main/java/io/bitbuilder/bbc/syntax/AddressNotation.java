package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Fix;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MAC addresses whose bytes have too few digits, or of which there are too few or too many. */
final class AddressNotation {
    private static final int BYTES = 6;

    /** Fewer parts are ports or a time. */
    private static final int FEWEST = 4;

    private static final Pattern BEFORE =
            Pattern.compile(".*?(?<![\\w:.])(?<start>[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2})*)");
    private static final Pattern AFTER = Pattern.compile("(?<end>(:[0-9a-fA-F]{1,2})+)(?![\\w:]).*");

    private AddressNotation() {}

    /** Returns the help for a MAC address; an omitted digit is a leading zero, as ether(4) and `arp` write it. */
    static @Nullable SyntaxHelp mac(Unexpected at) {
        Matcher before = BEFORE.matcher(at.head());
        Matcher after = at.ahead(AFTER);
        if (!before.matches() || !after.matches()) {
            return null;
        }
        String[] bytes = (before.group("start") + after.group("end")).split(":");
        if (bytes.length < FEWEST) {
            return null;
        }
        String whole = Stream.of(bytes)
                .map(b -> b.length() == 1 ? "0" + b : b)
                .collect(Collectors.joining(":"))
                .toLowerCase(Locale.ROOT);
        int from = at.start() - before.group("start").length();
        return bytes.length == BYTES
                ? new SyntaxHelp(
                        "each of the six bytes of a MAC address has two digits",
                        at.replace("write `" + whole + "`", from, at.start() + after.end("end"), whole))
                : new SyntaxHelp(
                        "a MAC address has six bytes, not " + bytes.length,
                        Fix.of("write six bytes, such as `02:00:5e:10:00:01`"));
    }
}
