package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One word of an nft statement (nft(8)). nft has no escape for quotes and resolves host names, so only keywords,
 * derived identifiers and typed values are accepted: never a string of a tenant.
 */
public record NftWord(String text) {
    /** Rejects all but keywords, quoted interfaces, numbers, addresses and operators of nft. */
    public NftWord {
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        String inner = quoted ? text.substring(1, text.length() - 1) : text;
        if (inner.isEmpty()
                || !isSign(text)
                        && !(quoted ? CharacterClass.NFT_QUOTED : CharacterClass.NFT)
                                .holdAll(inner, 0, inner.length())) {
            throw new InternalFault("'" + text + "' is not a word of nft");
        }
    }

    /** Returns a keyword or an operator. */
    public static NftWord keyword(String text) {
        return new NftWord(text);
    }

    /** Returns an interface in quotes. */
    public static NftWord iface(String name) {
        if (PlainName.parseInterface(name) instanceof Parsed.Bad<String>(Reason reason)) {
            throw new InternalFault("'" + name + "' is not an interface: " + reason.words());
        }
        return new NftWord('"' + name + '"');
    }

    /** Returns the name of a table, chain or set: letters, digits and {@code _}. */
    public static NftWord identifier(String name) {
        if (!CharacterClass.NFT_IDENTIFIER.holdAll(name, 0, name.length())) {
            throw new InternalFault("'" + name + "' is not an identifier of nft");
        }
        return new NftWord(name);
    }

    /** Returns a reference to a set. */
    public static NftWord set(String name) {
        return new NftWord("@" + identifier(name).text());
    }

    /** Returns an address in canonical form. */
    public static NftWord of(Address address) {
        return new NftWord(address.toString());
    }

    /** Returns a subnet in canonical form. */
    public static NftWord of(Subnet subnet) {
        return new NftWord(subnet.toString());
    }

    /** Returns subnets as elements of a set. */
    public static NftWord list(List<? extends Subnet> subnets) {
        return new NftWord(subnets.stream().map(Subnet::toString).collect(Collectors.joining(",")));
    }

    /** Returns an address as a number, for comparison with a field that nft cannot name. */
    public static NftWord bits(Address6 address) {
        return new NftWord("0x%016x%016x".formatted(address.high(), address.low()));
    }

    /** Returns a MAC address. */
    public static NftWord of(Mac mac) {
        return new NftWord(mac.toString());
    }

    /** Returns a number. */
    public static NftWord number(long number) {
        return new NftWord(Long.toString(number));
    }

    /** Returns a port. */
    public static NftWord port(int port) {
        return new NftWord(Integer.toString(port));
    }

    /** Returns the words of a pattern of bbc's own, with each {@code ?} replaced by the next value. */
    static List<NftWord> sentence(String pattern, NftWord... values) {
        List<NftWord> words = new ArrayList<>();
        int next = 0;
        for (String word : pattern.split(" ")) {
            words.add(word.equals("?") ? values[next++] : keyword(word));
        }
        if (next != values.length) {
            throw new InternalFault("'" + pattern + "' does not have " + values.length + " placeholders");
        }
        return List.copyOf(words);
    }

    private static boolean isSign(String text) {
        return text.equals("{") || text.equals("}") || text.equals("=") || text.equals("!=");
    }

    @Override
    public String toString() {
        return text;
    }
}
