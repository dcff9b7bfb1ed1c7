package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.HardwareAddresses;
import io.bitbuilder.bbc.literal.Paths;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.Texts;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.Map;

/** Keys and passwords (systemd.netdev(5) for WireGuard and MACsec, systemd.link(5) for Wake-on-LAN). */
final class NetworkKeyGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private static final int WIREGUARD = 32;

    private NetworkKeyGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("wireguard_key", Maker.parsed(NetworkKeyGrammars::wireguard));
        makers.put("hex_bytes", (arguments, parse) -> {
            int least = Integer.parseInt(arguments.get(0));
            int most = Integer.parseInt(arguments.get(1));
            return Grammar.parsed(text -> hex(text, least, most));
        });
        makers.put("wol_password", Maker.parsed(text -> Paths.isAbsolute(text) && Paths.isSafe(text) ? Parsed.good(6)
                : HardwareAddresses.ofLength(text, HardwareAddresses.ETHERNET)));
        return makers;
    }

    /** 32 bytes in Base64, ignoring blanks; a credential when it begins with {@code @}. */
    private static Parsed<Integer> wireguard(String text) {
        if (text.startsWith("@")) {
            return Texts.isFilename(text.substring(1)) ? Parsed.good(WIREGUARD) : Parsed.bad(Reason.invalid("credential name", text.substring(1)));
        }
        String plain = dense(text);
        String bare = plain.replaceFirst("={1,2}$", "");
        boolean form = plain.length() % 4 == 0 && bare.matches("[A-Za-z0-9+/]*") && isFilled(plain.length() - bare.length(), bare);
        return form && bare.length() * 6 / 8 == WIREGUARD ? Parsed.good(WIREGUARD) : Parsed.bad("expected 32 bytes in Base64");
    }

    /** The bits that no byte uses are zero. */
    private static boolean isFilled(int padding, String bare) {
        String zero = padding == 1 ? "AEIMQUYcgkosw048" : "AQgw";
        return padding == 0 || !bare.isEmpty() && zero.indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    private static Parsed<Integer> hex(String text, int least, int most) {
        String plain = dense(text);
        boolean form = plain.matches("([0-9a-fA-F]{2})*") && plain.length() / 2 >= least && plain.length() / 2 <= most;
        return form ? Parsed.good(plain.length() / 2) : Parsed.bad("expected " + (least == most ? "" : least + " to ") + most + " bytes in hexadecimal");
    }

    private static String dense(String text) {
        StringBuilder dense = new StringBuilder();
        text.chars().filter(c -> Splitter.BLANKS.indexOf(c) < 0).forEach(c -> dense.append((char) c));
        return dense.toString();
    }
}
