package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.net.Url;
import io.bitbuilder.core.scalar.AbsolutePath;
import io.bitbuilder.core.scalar.CalendarDate;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Digest;
import io.bitbuilder.core.scalar.NetworkName;
import io.bitbuilder.core.scalar.OfferName;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.PortRange;
import io.bitbuilder.core.scalar.Rate;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.SshKey;
import io.bitbuilder.core.scalar.TimeSpan;
import io.bitbuilder.core.scalar.Version;
import io.bitbuilder.core.scalar.WholeNumber;
import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.catalogue.SelinuxContext;
import io.bitbuilder.systemd.catalogue.Syscalls;
import io.bitbuilder.systemd.catalogue.UnitName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Scalar types of the language: their names, an example for messages, their literals and the parser that reads them.
 * All string types are held as {@link String}, ports as {@link Long}.
 */
public enum Scalar {
    /** True or false. */
    BOOL("Bool", "true", Notation.NONE, Parsed::good),
    /** Signed 64-bit integer. */
    INT("Int", "10", Notation.literals(LiteralKind.INT), WholeNumber::parse),
    /** Exact decimal number. */
    DECIMAL("Decimal", "1.5", Notation.literals(LiteralKind.INT, LiteralKind.DECIMAL), WholeNumber::parseDecimal),
    /** Percentage. */
    PERCENT("Percent", "90%", Notation.literals(LiteralKind.PERCENT), Percent::parse),
    /** Any string. */
    TEXT("Text", "\"text\"", Notation.TEXT, Parsed::good),
    /** Bytes. */
    SIZE("Size", "2GiB", Notation.literals(LiteralKind.SIZE), Size::parse),
    /** Time span. */
    DURATION("Duration", "30s", Notation.literals(LiteralKind.DURATION), TimeSpan::parse),
    /** Bits per second. */
    RATE("Rate", "100Mbit", Notation.literals(LiteralKind.RATE), Rate::parse),
    /** CPU time in cores. */
    CPU("Cpu", "1.5", Notation.literals(LiteralKind.INT, LiteralKind.DECIMAL), Cpu::parse),
    /** A port of TCP or UDP. */
    PORT(
            "Port",
            "8080",
            Notation.literals(LiteralKind.INT),
            text -> WholeNumber.parsePort(text).map(Integer::longValue)),
    /** A port of TCP or UDP, or a range of them. */
    PORT_RANGE("PortRange", "1024..65535", Notation.literals(LiteralKind.INT), PortRange::parse),
    /** An IPv4 address. */
    ADDRESS4("Address4", "192.0.2.1", Notation.literals(LiteralKind.ADDRESS4), Address4::parse),
    /** An IPv6 address. */
    ADDRESS6("Address6", "fd00::1", Notation.literals(LiteralKind.ADDRESS6), Address6::parse),
    /** An IPv4 range. */
    SUBNET4("Subnet4", "10.0.0.0/24", Notation.literals(LiteralKind.SUBNET4), Subnet4::parse),
    /** An IPv6 range. */
    SUBNET6("Subnet6", "fd00::/64", Notation.literals(LiteralKind.SUBNET6), Subnet6::parse),
    /** A range of either family. */
    SUBNET("Subnet", "10.0.0.0/8", Notation.literals(LiteralKind.SUBNET4, LiteralKind.SUBNET6), Subnet::parse),
    /** Integers from first to last. */
    INT_RANGE("IntRange", "100..199", Notation.NONE, Parsed::good),
    /** An address with the prefix of its link. */
    INTERFACE_ADDRESS(
            "InterfaceAddress", "192.0.2.10/24", Notation.literals(LiteralKind.SUBNET4), InterfaceAddress::parse),
    /** A name of a network interface. */
    INTERFACE_NAME("InterfaceName", "\"enp1s0\"", Notation.TEXT, PlainName::parseInterface),
    /** A MAC address. */
    MAC("Mac", "02:00:5e:10:00:01", Notation.literals(LiteralKind.MAC), Mac::parse),
    /** An absolute path in normal notation. */
    PATH(
            "Path",
            "\"/srv/data\"",
            Notation.TEXT,
            text -> AbsolutePath.parse(text).map(AbsolutePath::text)),
    /** Name; the only string that may be written without quotes. */
    NAME("Name", "web", Notation.TEXT, PlainName::parseIdentifier),
    /** A host name. */
    HOSTNAME("Hostname", "\"db.example\"", Notation.TEXT, PlainName::parseHostname),
    /** A name of a systemd unit. */
    UNIT_NAME(
            "UnitName",
            "\"nginx.service\"",
            Notation.TEXT,
            text -> UnitName.parse(text).map(UnitName::text)),
    /** URL. */
    URL(
            "Url",
            "\"https://git.example/config\"",
            Notation.TEXT,
            text -> Url.parse(text).map(Url::text)),
    /** A public key of SSH. */
    SSH_KEY(
            "SshKey",
            "\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIyct95msngx0jW7B4wKaXJNhJi5QUhEW1nH9SRKHxt9\"",
            Notation.TEXT,
            text -> SshKey.parse(text).map(SshKey::text)),
    /** A SHA-256 digest. */
    DIGEST("Digest", "sha256:…", Notation.literals(LiteralKind.DIGEST), Digest::parse),
    /** A capability of the kernel. */
    CAPABILITY("Capability", "CAP_NET_ADMIN", Notation.TEXT, Capabilities::parse),
    /** System call group. */
    SYSCALL_GROUP("SyscallGroup", "@basic-io", Notation.literals(LiteralKind.SYSCALL_GROUP), Syscalls::parse),
    /** An SELinux label. */
    SELINUX_CONTEXT("SelinuxContext", "\"system_u:system_r:container_t:s0\"", Notation.TEXT, SelinuxContext::parse),
    /** Location of an image. */
    IMAGE_SOURCE(
            "ImageSource", "directory(\"/var/lib/machines/debian\")", Notation.call("directory", "raw"), Parsed::good),
    /** Port of a protocol. */
    PROTO_PORT("ProtoPort", "tcp(8443)", Notation.call("tcp", "udp"), Parsed::good),
    /** Offer of a tenant, written as a path. */
    OFFER_NAME("OfferName", "acme.api", Notation.TEXT, OfferName::parse),
    /** Network of a tenant, written as a path. */
    NETWORK_NAME("NetworkName", "acme.lan", Notation.TEXT, NetworkName::parse),
    /** Values of a systemd directive: one, or a list with one line each. */
    DIRECTIVE_TEXT("DirectiveText", "500", Notation.TEXT, Parsed::good),
    /** Assignment of a guest's IPv4 address. */
    ASSIGN4(
            "Assign4",
            "static",
            new Notation(Set.of(LiteralKind.ADDRESS4), false, List.of("dhcp", "static", "disabled"), List.of("offset")),
            Address4::parse),
    /** Assignment of a guest's IPv6 address. */
    ASSIGN6(
            "Assign6",
            "static",
            new Notation(Set.of(LiteralKind.ADDRESS6), false, List.of("static", "disabled"), List.of("offset")),
            Address6::parse),
    /** A version of a program. */
    VERSION("Version", "\"1.2\"", Notation.TEXT, text -> Version.parse(text).map(Version::toString)),
    /** A level of extensions. */
    EXTENSION_LEVEL(
            "ExtensionLevel",
            "15.14",
            new Notation(Set.of(LiteralKind.INT, LiteralKind.DECIMAL), true, List.of(), List.of()),
            PlainName::parseLevel),
    /** Date. */
    DATE("Date", "2027-01-31", Notation.literals(LiteralKind.DATE), CalendarDate::parse);

    private static final Map<String, Scalar> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scalar::word, s -> s));

    private final String word;
    private final String example;
    private final Notation notation;
    private final Function<String, ? extends Parsed<?>> parser;

    Scalar(String word, String example, Notation notation, Function<String, ? extends Parsed<?>> parser) {
        this.word = word;
        this.example = example;
        this.notation = notation;
        this.parser = parser;
    }

    /** Returns the scalar of that name. */
    public static Optional<Scalar> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Returns its name in the language. */
    public String word() {
        return word;
    }

    /** Returns an example as a program writes it. */
    public String example() {
        return example;
    }

    /** Returns its notation. */
    public Notation notation() {
        return notation;
    }

    /** Parses a literal or a string. */
    public Parsed<?> parse(String text) {
        return parser.apply(text);
    }

    /**
     * Notation of values.
     *
     * @param literals literal tokens
     * @param text whether a quoted string is a value
     * @param words keywords
     * @param calls constructors
     */
    public record Notation(Set<LiteralKind> literals, boolean text, List<String> words, List<String> calls) {
        private static final Notation NONE = new Notation(Set.of(), false, List.of(), List.of());
        private static final Notation TEXT = new Notation(Set.of(), true, List.of(), List.of());

        private static Notation literals(LiteralKind... kinds) {
            return new Notation(Set.of(kinds), false, List.of(), List.of());
        }

        private static Notation call(String... names) {
            return new Notation(Set.of(), false, List.of(), List.of(names));
        }
    }

    /** Returns whether a bare word is a value: names, levels and capabilities. */
    public boolean takesAnyWord() {
        return this == NAME || this == CAPABILITY || this == EXTENSION_LEVEL || takesPath();
    }

    /** Returns whether a dotted name is a value. */
    public boolean takesPath() {
        return this == OFFER_NAME || this == NETWORK_NAME;
    }

    /** Returns all values, if they are named; empty otherwise. */
    public Set<String> known() {
        return switch (this) {
            case CAPABILITY -> Capabilities.all();
            case SYSCALL_GROUP -> Syscalls.byGroup().keySet();
            default -> Set.of();
        };
    }
}
