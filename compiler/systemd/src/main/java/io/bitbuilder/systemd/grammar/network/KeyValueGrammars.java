package io.bitbuilder.systemd.grammar.network;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Grammar;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.HardwareAddresses;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.Map;

/** Keys and passwords (systemd.netdev(5) for WireGuard and MACsec, systemd.link(5) for Wake-on-LAN). */
final class KeyValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final int WIREGUARD = 32;

    private KeyValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("wireguard_key", GrammarFactory.parsed(KeyValueGrammars::wireguard));
        factories.put("hex_bytes", (arguments, parse) -> {
            int least = Integer.parseInt(arguments.get(0));
            int most = Integer.parseInt(arguments.get(1));
            return Grammar.parsed(text -> hex(text, least, most));
        });
        factories.put("wol_password", GrammarFactory.parsed(KeyValueGrammars::wakeOnLan));
        return factories;
    }

    /** Parses the path of a file, or 6 bytes like an Ethernet address; a reason does not repeat the password. */
    private static Parsed<Integer> wakeOnLan(String text) {
        boolean path = Paths.isAbsolute(text) && Paths.isSafe(text);
        return path || HardwareAddresses.ofLength(text, HardwareAddresses.ETHERNET) instanceof Parsed.Good
                ? Parsed.good(HardwareAddresses.ETHERNET)
                : Parsed.bad("expected an absolute path, or 6 bytes as in 00:11:22:33:44:55");
    }

    /** Parses 32 bytes in Base64, ignoring blanks; a credential when it begins with {@code @}. */
    private static Parsed<Integer> wireguard(String text) {
        if (text.startsWith("@")) {
            return PlainStrings.isFilename(text.substring(1))
                    ? Parsed.good(WIREGUARD)
                    : Parsed.bad(Reason.invalid("credential name", text.substring(1)));
        }
        String plain = dense(text);
        String bare = plain.replaceFirst("={1,2}$", "");
        boolean form = plain.length() % 4 == 0
                && bare.matches("[A-Za-z0-9+/]*")
                && isFilled(plain.length() - bare.length(), bare);
        return form && bare.length() * 6 / 8 == WIREGUARD
                ? Parsed.good(WIREGUARD)
                : Parsed.bad("expected 32 bytes in Base64");
    }

    /** Returns whether the bits that no byte uses are zero. */
    private static boolean isFilled(int padding, String bare) {
        String zero = padding == 1 ? "AEIMQUYcgkosw048" : "AQgw";
        return padding == 0 || !bare.isEmpty() && zero.indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    private static Parsed<Integer> hex(String text, int least, int most) {
        String plain = dense(text);
        boolean form = plain.matches("([0-9a-fA-F]{2})*") && plain.length() / 2 >= least && plain.length() / 2 <= most;
        return form
                ? Parsed.good(plain.length() / 2)
                : Parsed.bad("expected " + (least == most ? "" : least + " to ") + most + " bytes in hexadecimal");
    }

    private static String dense(String text) {
        StringBuilder dense = new StringBuilder();
        text.chars().filter(c -> Splitter.BLANKS.indexOf(c) < 0).forEach(c -> dense.append((char) c));
        return dense.toString();
    }
}
