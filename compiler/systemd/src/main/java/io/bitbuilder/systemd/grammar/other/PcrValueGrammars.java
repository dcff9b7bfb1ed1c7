package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Grammar of TPM 2.0 platform configuration registers (systemd-cryptenroll(1)). */
final class PcrValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();
    private static final Pattern PCR = Pattern.compile("(?<pcr>[^:]*)(?::(?<hash>[^=]*)(?:=(?:0[xX])?(?<value>.*))?)?");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})*");
    private static final int MAX_PCR = 23;

    /** Hashes, and the bytes of their values. */
    private static final Map<String, Integer> HASHES = Map.of("sha1", 20, "sha256", 32, "sha384", 48, "sha512", 64);

    private static final List<String> PCRS = List.of(
            "platform-code",
            "platform-config",
            "external-code",
            "external-config",
            "boot-loader-code",
            "boot-loader-config",
            "host-platform",
            "secure-boot-policy",
            "kernel-initrd",
            "ima",
            "kernel-boot",
            "kernel-config",
            "sysexts",
            "shim-policy",
            "system-identity",
            "debug",
            "application-support");

    private PcrValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("tpm2_pcrs", GrammarFactory.parsed(PcrValueGrammars::pcrs));
        return factories;
    }

    /** Parses registers between {@code +} or {@code ,}: a number or a name, its hash, its value. */
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
        boolean known = PCRS.contains(matcher.group("pcr"))
                || Numbers.uint(matcher.group("pcr"), 0, MAX_PCR) instanceof Parsed.Good;
        return known
                && (hash == null || hash.isEmpty() || HASHES.containsKey(hash))
                && (digest == null
                        || digest.isEmpty()
                        || HEX.matcher(digest).matches() && digest.length() == 2 * HASHES.getOrDefault(hash, 0));
    }
}
