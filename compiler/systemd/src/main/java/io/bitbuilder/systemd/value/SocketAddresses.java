package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import java.util.List;
import java.util.Set;

/** Addresses on which a socket listens (systemd.socket(5), {@code ListenStream=}). */
public final class SocketAddresses {
    private static final int MAX_UNIX = 107;
    private static final Set<String> CIDS = Set.of("", "hypervisor", "local", "host", "any", "-1");
    private static final List<String> VSOCK = List.of("vsock:", "vsock-dgram:", "vsock-seqpacket:", "vsock-stream:");

    /** Kinds of addresses. */
    public enum Family {
        /** A path, or a name after {@code @}. */
        UNIX,
        /** {@code vsock:cid:port}. */
        VSOCK,
        /** A port, or an IP address with one. */
        IP
    }

    private SocketAddresses() {}

    /**
     * Returns the family of the address, or the reason why the string is invalid. Interface names are checked by form
     * only.
     */
    public static Parsed<Family> parse(String text) {
        if (text.startsWith("/") || text.startsWith("@")) {
            return text.length() > 1 && Utf8Text.length(text) <= MAX_UNIX
                    ? Parsed.good(Family.UNIX)
                    : Parsed.bad(Reason.about(
                            text, "the socket path '" + text + "' is empty or exceeds " + MAX_UNIX + " bytes"));
        }
        for (String prefix : VSOCK) {
            if (text.startsWith(prefix)) {
                return vsock(text.substring(prefix.length()))
                        ? Parsed.good(Family.VSOCK)
                        : Parsed.bad(Reason.invalid("vsock address", text, "CID:PORT"));
            }
        }
        return Numbers.port(text) instanceof Parsed.Good || addressAndPort(text)
                ? Parsed.good(Family.IP)
                : Parsed.bad(Reason.invalid("socket address", text, "PORT or ADDRESS:PORT"));
    }

    private static boolean vsock(String text) {
        int colon = text.indexOf(':');
        return colon >= 0
                && Numbers.uint(text.substring(colon + 1), 0, Numbers.UINT32_MAX - 1) instanceof Parsed.Good
                && (CIDS.contains(text.substring(0, colon))
                        || Numbers.uint32(text.substring(0, colon)) instanceof Parsed.Good);
    }

    private static boolean addressAndPort(String text) {
        int percent = text.indexOf('%');
        String bare = percent < 0 ? text : text.substring(0, percent);
        boolean zone = percent < 0
                || LinkNames.isValid(text.substring(percent + 1), LinkNames.Flag.ALTERNATIVE, LinkNames.Flag.NUMERIC);
        int colon = bare.lastIndexOf(':');
        if (!zone
                || colon < 0
                || bare.indexOf('#') >= 0
                || Numbers.port(bare.substring(colon + 1)) instanceof Parsed.Bad) {
            return false;
        }
        String address = bare.substring(0, colon);
        return bare.startsWith("[")
                ? address.endsWith("]")
                        && Addresses.parse6(address.substring(1, address.length() - 1)) instanceof Parsed.Good
                : Addresses.parse6(bare) instanceof Parsed.Bad && Addresses.parse4(address) instanceof Parsed.Good;
    }
}
