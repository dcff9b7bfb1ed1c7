package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Attachment;
import java.util.Comparator;
import java.util.List;

/** Checks that a machine has at most one attachment: systemd-vmspawn creates one tap ({@code --network-tap}). */
final class OneTap implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachMachine((tenant, machine) -> {
            if (machine.attach().size() > 1) {
                List<Attachment> written = machine.attach().stream()
                        .sorted(Comparator.comparing(a -> a.at().block().span()))
                        .toList();
                Attachment first = written.getFirst();
                Attachment second = written.get(1);
                scope.report(Finding.of(Code.NET005, second.at().block().span(),
                                Scope.title(tenant, machine) + " has " + machine.attach().size() + " attachments, at most 1 is supported")
                        .also(first.at().block().span(), "first attachment")
                        .why("systemd-vmspawn gives a machine one network interface")
                        .fix("keep one attachment, or run it as a container"));
            }
        });
    }
}
