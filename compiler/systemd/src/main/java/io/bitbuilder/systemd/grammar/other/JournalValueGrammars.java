package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.ServerAddresses;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Booleans;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Sizes;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grammars of journald.conf(5). */
final class JournalValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final BigInteger LINE_LEAST = BigInteger.valueOf(79);
    private static final BigInteger LINE_MOST = BigInteger.valueOf(Long.MAX_VALUE - 1);
    private static final int MAX_SOCKET_PATH = 107;

    private JournalValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("journal_compress", GrammarFactory.of((value, context) -> compress(value)));
        factories.put("line_max", GrammarFactory.of((value, context) -> lineMax(value)));
        factories.put("stream_address", GrammarFactory.parsed(JournalValueGrammars::socket));
        return factories;
    }

    private static List<Complaint> compress(String value) {
        if (value.equals("0") || value.equals("1")) {
            String word = value.equals("1") ? "yes" : "no";
            return List.of(
                    new Complaint(Effect.USED, "ambiguous; systemd reads it as " + word).with(Remedy.write(word)));
        }
        return Booleans.is(value) || Sizes.parse(value, Sizes.IEC) instanceof Parsed.Good
                ? List.of()
                : CommonValueGrammars.ignored(Reason.invalid("value", value, "a boolean or a size"));
    }

    private static List<Complaint> lineMax(String value) {
        return switch (Sizes.parse(value, Sizes.IEC)) {
            case Parsed.Bad<BigInteger>(Reason reason) -> CommonValueGrammars.ignored(reason);
            case Parsed.Good<BigInteger>(BigInteger n)
            when n.compareTo(LINE_LEAST) < 0 ->
                List.of(new Complaint(Effect.CHANGED, "below the minimum; systemd uses " + LINE_LEAST)
                        .with(Remedy.write(LINE_LEAST.toString())));
            case Parsed.Good<BigInteger>(BigInteger n)
            when n.compareTo(LINE_MOST) > 0 ->
                List.of(new Complaint(Effect.CHANGED, "above the maximum; systemd uses " + LINE_MOST)
                        .with(Remedy.write(LINE_MOST.toString())));
            case Parsed.Good<BigInteger> good -> List.of();
        };
    }

    /** Parses a path, {@code @name}, {@code vsock:cid:port}, a port, or an address with a port. */
    private static Parsed<String> socket(String value) {
        if (value.startsWith("/") || value.startsWith("@")) {
            return value.length() <= MAX_SOCKET_PATH && (value.length() > 1 || value.startsWith("/"))
                    ? Parsed.good(value)
                    : Parsed.bad("the socket path is empty or exceeds " + MAX_SOCKET_PATH + " characters");
        }
        if (value.startsWith("vsock")) {
            return value.matches("vsock(?:-(?:dgram|seqpacket|stream))?:[0-9]{0,9}:[0-9]{1,9}")
                    ? Parsed.good(value)
                    : Parsed.bad(Reason.invalid("vsock address", value, "vsock:CID:PORT"));
        }
        boolean port = Numbers.port(value) instanceof Parsed.Good;
        boolean bare = Addresses.parse(value.replaceFirst("%.*", "")) instanceof Parsed.Good;
        return port
                ? Parsed.good(value)
                : bare
                        ? Parsed.bad(Reason.about(value, "missing port after '" + value + "'"))
                        : ServerAddresses.parse(value, true, false);
    }
}
