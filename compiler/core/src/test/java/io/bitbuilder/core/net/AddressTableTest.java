package io.bitbuilder.core.net;

import io.bitbuilder.core.ScalarRows;
import io.bitbuilder.core.scalar.Parsed;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Normal forms and errors of the parsers of addresses and URLs; see {@link ScalarRows}. */
class AddressTableTest {
    private static final Map<String, Function<String, Parsed<?>>> PARSERS = Map.ofEntries(
            Map.entry("address", Address::parse),
            Map.entry("subnet", Subnet::parse),
            Map.entry("interface-address", InterfaceAddress::parse),
            Map.entry("mac", Mac::parse),
            Map.entry("url", Url::parse));

    private static final String[] ROWS = {
        "address | 10.0.0.1 | 10.0.0.1",
        "address | 255.255.255.255 | 255.255.255.255",
        "address | 0.0.0.0 | 0.0.0.0",
        "address | 010.0.0.1 | ! an octet has a leading zero, which some tools read as octal",
        "address | 10.0.0.00 | !",
        "address | 256.0.0.1 | ! an octet is out of range (expected 0..255)",
        "address | 127.1 | !",
        "address | 2130706433 | !",
        "address | 0x0a000001 | !",
        "address | 10.0.0.1. | !",
        "address | .10.0.0.1 | !",
        "address | 10.0.0.1.2 | !",
        "address | +10.0.0.1 | !",
        "address | 10.0.0.-1 | !",
        "address | 10. 0.0.1 | !",
        "address | localhost | !",
        "address |  | !",
        "address | 10.0.0.\u0661 | !",
        "address | :: | ::",
        "address | ::1 | ::1",
        "address | 1:: | 1::",
        "address | FD00:0:0:1::7 | fd00:0:0:1::7",
        "address | fd00:0:0:0:1:0:0:7 | fd00::1:0:0:7",
        "address | 2001:db8:0:1:1:1:1:1 | 2001:db8:0:1:1:1:1:1",
        "address | 1:2:3:4:5:6:7:: | 1:2:3:4:5:6:7:0",
        "address | ::2:3:4:5:6:7:8 | 0:2:3:4:5:6:7:8",
        "address | 1:0:0:2:0:0:0:3 | 1:0:0:2::3",
        "address | ::ffff:10.0.0.1 | ::ffff:a00:1",
        "address | 1:2:3:4:5:6:1.2.3.4 | 1:2:3:4:5:6:102:304",
        "address | 1:2:3:4:5:6:7:1.2.3.4 | !",
        "address | ::1.2.3 | !",
        "address | ::010.0.0.1 | !",
        "address | 1:2:3:4:5:6:7 | !",
        "address | 1:2:3:4:5:6:7:8:9 | !",
        "address | 1::2:3:4:5:6:7:8 | !",
        "address | 1::2::3 | ! it has two `::`",
        "address | :::1 | !",
        "address | 1: | !",
        "address | :1 | !",
        "address | 12345:: | !",
        "address | fe80::1%eth0 | ! a zone (`%`) is not supported",
        "address | [::1] | !",
        "address | g:: | !",
        "subnet | 10.0.0.0/8 | 10.0.0.0/8",
        "subnet | 0.0.0.0/0 | 0.0.0.0/0",
        "subnet | 10.0.0.7/32 | 10.0.0.7/32",
        "subnet | 10.0.0.1/8 | ! host bits are set; the subnet is `10.0.0.0/8`",
        "subnet | 10.0.0.0/33 | !",
        "subnet | 10.0.0.0/08 | !",
        "subnet | 10.0.0.0/ | !",
        "subnet | 10.0.0.0/8/8 | !",
        "subnet | 10.0.0.0/255.0.0.0 | !",
        "subnet | 10.0.0.0 | ! missing prefix length, such as `/24`",
        "subnet | fd00:1::/64 | fd00:1::/64",
        "subnet | ::/0 | ::/0",
        "subnet | fd00::1/64 | ! host bits are set; the subnet is `fd00::/64`",
        "subnet | fd00::/129 | !",
        "interface-address | 10.0.0.1/24 | 10.0.0.1/24",
        "interface-address | 10.0.0.0/31 | 10.0.0.0/31",
        "interface-address | 10.0.0.0/24 | !",
        "interface-address | 10.0.0.255/24 | !",
        "interface-address | 10.0.0.1 | !",
        "mac | 02:00:5E:10:00:01 | 02:00:5e:10:00:01",
        "mac | 01:00:5e:00:00:01 | !",
        "mac | ff:ff:ff:ff:ff:ff | !",
        "mac | 00:00:00:00:00:00 | !",
        "mac | 02:00:5e:10:00 | !",
        "mac | 02:00:5e:10:00:01:02 | !",
        "mac | 2:0:5e:10:0:1 | !",
        "mac | 02-00-5e-10-00-01 | !",
        "mac | 02:00:5e:10:00:001 | !",
        "url | https://git.example/acme/config | https://git.example/acme/config",
        "url | ssh://git@git.example:2222/acme.git | ssh://git@git.example:2222/acme.git",
        "url | https://[fd00::7]:8443/x | https://[fd00::7]:8443/x",
        "url | file:///srv/git/acme.git | file:///srv/git/acme.git",
        "url | https://a:b@git.example/x | ! it contains a password, which must not be in a repository",
        "url | https://a@git.example/x | !",
        "url | http://git.example/x | !",
        "url | git@git.example:x | !",
        "url | ssh://-oProxyCommand=x/y | !",
        "url | https://git.example/../x | !",
        "url | https://git.example/-x | !",
        "url | https://git.example/a;b | !",
        "url | https://git.example/$(x) | !",
        "url | https://git.example/a%20b | !",
        "url | https://git.example/a?b | !",
        "url | https://git.example:0/a | !",
        "url | https://git.example | !",
        "url | file://host/a | !",
    };

    @TestFactory
    Stream<DynamicTest> rows() {
        return ScalarRows.tests(ROWS, PARSERS);
    }
}
