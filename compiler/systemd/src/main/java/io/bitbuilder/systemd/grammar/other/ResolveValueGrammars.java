package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.CommonValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.Encodings;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.HostSpecifiers;
import io.bitbuilder.systemd.grammar.common.ServerAddresses;
import io.bitbuilder.systemd.value.HostNames;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.PlainStrings;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.Splitter.Flag;
import io.bitbuilder.systemd.value.Utf8Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Grammars of the resolver (resolved.conf(5), systemd.dns-delegate(5), systemd.dnssd(5)). */
final class ResolveValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final int LABEL = 63;
    private static final Pattern TYPE =
            Pattern.compile("_[A-Za-z][A-Za-z0-9-]{0,61}\\._(?:tcp|udp)\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPECIFIER = Pattern.compile("%(.)", Pattern.DOTALL);
    private static final Set<String> RECORDS =
            Set.of(("A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP "
                            + "NSAP-PTR SIG KEY PX GPOS"
                            + " AAAA LOC NXT EID NIMLOC SRV ATMA NAPTR KX CERT A6 DNAME SINK OPT APL DS SSHFP "
                            + "IPSECKEY RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA HIP"
                            + " NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS SPF UINFO "
                            + "UID GID UNSPEC NID L32 L64 LP EUI48 EUI64 TKEY TSIG IXFR AXFR MAILB MAILA"
                            + " ANY URI CAA AVC DOA AMTRELAY RESINFO TA DLV")
                    .split(" "));

    private ResolveValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put(
                "dns_servers",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value), word -> part(ServerAddresses.parse(word, true, true)))));
        factories.put("dns_listener", GrammarFactory.parsed(ResolveValueGrammars::listener));
        factories.put(
                "search_domains",
                GrammarFactory.of((value, context) ->
                        CommonValueGrammars.each(Splitter.of(value, Flag.UNQUOTE), word -> part(domain(word)))));
        factories.put(
                "delegate_domains",
                GrammarFactory.of((value, context) ->
                        CommonValueGrammars.each(Splitter.of(value), word -> refuse(domain(word)))));
        factories.put(
                "dns_record_types",
                GrammarFactory.of(
                        (value, context) -> CommonValueGrammars.each(Splitter.of(value), word -> part(record(word)))));
        factories.put(
                "dns_service",
                GrammarFactory.of((value, context) ->
                        Complaints.unless(service(value, context.catalogue().specifiers("dnssd", context.target())))));
        factories.put(
                "dns_service_type",
                GrammarFactory.parsed(text -> TYPE.matcher(text).matches()
                        ? Parsed.good(text)
                        : Parsed.bad(Reason.invalid("service type", text, "such as _http._tcp"))));
        factories.put("dns_label_text", GrammarFactory.parsed(ResolveValueGrammars::label));
        factories.put(
                "dns_txt",
                GrammarFactory.of((value, context) -> CommonValueGrammars.each(
                        Splitter.of(value, Flag.UNQUOTE, Flag.CUNESCAPE, Flag.UNESCAPE_RELAX),
                        word -> text(word, context.directive().flags().equals("DNS_TXT_ITEM_DATA")))));
        return factories;
    }

    private static List<Complaint> part(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(Reason reason) ? List.of(Complaint.part(reason)) : List.of();
    }

    private static List<Complaint> refuse(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(Reason reason) ? List.of(Complaint.refused(reason)) : List.of();
    }

    /** {@code [udp:|tcp:]address[:port]}. */
    private static Parsed<String> listener(String value) {
        String address = value.startsWith("udp:") || value.startsWith("tcp:") ? value.substring(4) : value;
        return ServerAddresses.parse(address, false, false);
    }

    /**
     * Parses a domain, with {@code ~} before it for routing alone; the root may be written {@code .}, {@code *} or not
     * at all.
     */
    private static Parsed<String> domain(String word) {
        String name = word.startsWith("~") ? word.substring(1) : word;
        boolean root = name.isEmpty() || name.equals(".") || name.equals("*");
        return root || HostNames.isDnsName(name) ? Parsed.good(name) : Parsed.bad(Reason.invalid("domain", name));
    }

    private static Parsed<String> record(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        boolean numbered = name.startsWith("TYPE") && Numbers.uint(word.substring(4), 0, 0xffff) instanceof Parsed.Good;
        return RECORDS.contains(name) || numbered
                ? Parsed.good(word)
                : Parsed.bad(Reason.unknown("DNS record type", word));
    }

    /** Returns the name that a service instance gets, with the specifiers of systemd.dnssd(5). */
    private static Parsed<String> service(String value, Set<String> specifiers) {
        var matcher = SPECIFIER.matcher(value);
        while (matcher.find()) {
            char letter = matcher.group(1).charAt(0);
            if (letter < 128 && Character.isLetterOrDigit(letter) && !specifiers.contains(matcher.group(1))) {
                return Parsed.bad(Reason.about(value, "unknown specifier in '" + value + "'"));
            }
        }
        return HostSpecifiers.SYSTEM
                .expand(value)
                .map(ResolveValueGrammars::label)
                .orElseGet(() -> Parsed.bad(Reason.about(value, "unknown specifier in '" + value + "'")));
    }

    private static Parsed<String> label(String text) {
        return !PlainStrings.hasControl(text) && !text.isEmpty() && Utf8Text.length(text) <= LABEL
                ? Parsed.good(text)
                : Parsed.bad("a name must have 1 to " + LABEL + " bytes without control characters");
    }

    /** {@code key}, {@code key=text} or {@code key=Base64}. */
    private static List<Complaint> text(String word, boolean encoded) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals);
        List<Complaint> complaints = new ArrayList<>();
        if (!Utf8Text.isAscii(key)) {
            complaints.add(Complaint.part(Reason.about(key, "the key '" + key + "' is not ASCII")));
        } else if (encoded && equals >= 0 && !Encodings.isBase64(word.substring(equals + 1))) {
            complaints.add(Complaint.part(Reason.about(key, "the value of '" + key + "' is not Base64")));
        }
        return complaints;
    }
}
