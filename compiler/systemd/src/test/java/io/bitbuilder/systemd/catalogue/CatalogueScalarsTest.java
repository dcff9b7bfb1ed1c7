package io.bitbuilder.systemd.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.ScalarRows;
import io.bitbuilder.core.scalar.Parsed;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Normal forms and errors of unit names, capabilities and system calls; see {@link ScalarRows}. */
class CatalogueScalarsTest {
    private static final Map<String, Function<String, Parsed<?>>> PARSERS = Map.ofEntries(
            Map.entry("unit", UnitName::parse),
            Map.entry("capability", Capabilities::parse),
            Map.entry("syscall", Syscalls::parse));

    private static final String[] ROWS = {
        "unit | nginx.service | nginx.service",
        "unit | getty@tty1.service | getty@tty1.service",
        "unit | a\\x2db.mount | a\\x2db.mount",
        "unit | a\\b.mount | !",
        "unit | a\\x2.mount | !",
        "unit | getty@.service | ! it is a template and needs an instance after `@`",
        "unit | @x.service | !",
        "unit | .service | !",
        "unit | nginx | !",
        "unit | nginx.conf | !",
        "unit | a b.service | !",
        "unit | a/b.service | !",
        "capability | CAP_NET_ADMIN | CAP_NET_ADMIN",
        "capability | cap_net_admin | !",
        "capability | CAP_NET_ADMINS | !",
        "syscall | @basic-io | @basic-io",
        "syscall | reboot | reboot",
        "syscall | @basic | !",
        "syscall | rebot | !",
    };

    @TestFactory
    Stream<DynamicTest> rows() {
        return ScalarRows.tests(ROWS, PARSERS);
    }

    /** No string makes a parser throw, and a valid one has no character that ends a line or a word of a unit file. */
    @Property
    void anyString(@ForAll String text) {
        Parsed<?> parsed = UnitName.parse(text + ".service");
        if (parsed instanceof Parsed.Good<?>(Object value)) {
            assertTrue(
                    value.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != '"' && c != '$'),
                    text);
        }
    }
}
