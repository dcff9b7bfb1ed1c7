package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Comparator;
import java.util.List;

/** Checks that a machine has at most one attachment: systemd-vmspawn creates one tap ({@code --network-tap}). */
public final class SingleAttachment implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachMachine((tenant, machine) -> {
            if (machine.attach().size() > 1) {
                List<Attachment> written = machine.attach().stream()
                        .sorted(Comparator.comparing(a -> a.at().block().span()))
                        .toList();
                Attachment first = written.getFirst();
                Attachment second = written.get(1);
                scope.report(Finding.of(
                                Code.MULTIPLE_MACHINE_ATTACHMENTS,
                                second.at().block().span(),
                                CheckScope.title(tenant, machine) + " has "
                                        + machine.attach().size() + " attachments, at most 1 is supported")
                        .also(first.at().block().span(), "first attachment")
                        .why("systemd-vmspawn gives a machine one network interface")
                        .fix("keep one attachment, or run it as a container"));
            }
        });
    }
}
