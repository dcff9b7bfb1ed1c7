package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.catalogue.Syscalls;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Grammars of system call filters (systemd.exec(5), "System Call Filtering"). */
final class SystemCallValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private static final Set<String> ARCHITECTURES =
            Set.of(("native x86 x86-64 x32 arm arm64 loongarch64 mips mips64 mips64-n32 mips-le mips64-le "
                            + "mips64-le-n32 parisc parisc64 ppc ppc64 ppc64-le riscv64 s390 s390x")
                    .split(" "));

    private SystemCallValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("syscalls", GrammarFactory.of((value, context) -> syscalls(value, true)));
        factories.put("syscall_log", GrammarFactory.of((value, context) -> syscalls(value, false)));
        factories.put(
                "syscall_archs",
                GrammarFactory.of((value, context) -> Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE),
                        word -> Complaints.asPart(Complaints.unless(
                                ARCHITECTURES.contains(word), Reason.unknown("architecture", word))))));
        factories.put(
                "syscall_errno",
                GrammarFactory.of((value, context) -> value.isEmpty() || value.equals("kill")
                        ? List.of()
                        : Complaints.unless(ErrorNumbers.parse(value)
                                .then(n -> n != 0 ? Parsed.good(n) : Parsed.bad("invalid error number 0")))));
        return factories;
    }

    private static List<Complaint> syscalls(String value, boolean errors) {
        boolean denied = value.startsWith("~");
        return Complaints.each(Splitter.of(SandboxValueGrammars.positive(value)), word -> {
            int colon = errors ? word.indexOf(':') : -1;
            String name = colon < 0 ? word : word.substring(0, colon);
            if (name.isEmpty()
                    || colon >= 0
                            && !word.endsWith(":kill")
                            && ErrorNumbers.parse(word.substring(colon + 1)) instanceof Parsed.Bad) {
                return Complaints.asPart(
                        Complaints.ignored(Reason.invalid("system call filter", word, "NAME or NAME:ERRNO")));
            }
            if (colon >= 0 && !denied) {
                return Complaints.asPart(Complaints.ignored(
                        Reason.about(word, "'" + word + "': an allow list cannot have error numbers")));
            }
            return Complaints.asPart(Complaints.unless(Syscalls.parse(name)));
        });
    }
}
