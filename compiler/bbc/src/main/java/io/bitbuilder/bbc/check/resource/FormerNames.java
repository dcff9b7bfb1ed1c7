package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that the former name of a block belongs to no other block: what it had goes to one block only. */
public final class FormerNames implements Check {
    /** Block that may have a former name; blocks of other kinds count as users of their name. */
    private record Named(String title, String name, Optional<String> was, Origins at) {}

    @Override
    public void run(CheckScope scope) {
        each(scope, scope.platform().hosts().stream().map(FormerNames::host).toList());
        Stream<Named> admits = scope.platform().admits().stream().map(FormerNames::admit);
        Stream<Named> tenants = scope.fleet().tenants().stream()
                .map(t -> new Named("tenant " + t.name(), t.name(), Optional.empty(), t.at()));
        each(scope, Stream.concat(admits, tenants).toList());
        // Networks and workloads of a tenant share their names.
        scope.fleet()
                .tenants()
                .forEach(tenant -> each(
                        scope,
                        Stream.concat(
                                        tenant.networks().stream().map(n -> network(tenant, n)),
                                        tenant.workloads().map(w -> workload(tenant, w)))
                                .toList()));
        scope.eachWorkload((tenant, workload) -> {
            String of = " of " + CheckScope.title(tenant, workload);
            each(scope, workload.volume().stream().map(v -> volume(v, of)).toList());
            each(scope, workload.attach().stream().map(a -> attachment(a, of)).toList());
        });
    }

    private static Named host(Host host) {
        return new Named("host " + host.name(), host.name(), host.was(), host.at());
    }

    private static Named admit(Admit admit) {
        return new Named("admit " + admit.name(), admit.name(), admit.was(), admit.at());
    }

    private static Named network(Tenant tenant, Network network) {
        return new Named(CheckScope.title(tenant, network), network.name(), network.was(), network.at());
    }

    private static Named workload(Tenant tenant, Workload workload) {
        return new Named(CheckScope.title(tenant, workload), workload.name(), workload.was(), workload.at());
    }

    private static Named volume(Volume volume, String of) {
        return new Named("volume " + volume.name() + of, volume.name(), volume.was(), volume.at());
    }

    private static Named attachment(Attachment attachment, String of) {
        return new Named("attach " + attachment.name() + of, attachment.name(), attachment.was(), attachment.at());
    }

    private static void each(CheckScope scope, List<Named> siblings) {
        if (siblings.stream().allMatch(n -> n.was.isEmpty())) {
            return;
        }
        Map<String, Named> names = new HashMap<>();
        siblings.forEach(n -> names.putIfAbsent(n.name, n));
        Map<String, Named> claims = new HashMap<>();
        for (Named block : siblings) {
            block.was.ifPresent(was -> {
                Named user = names.get(was);
                Named earlier = claims.putIfAbsent(was, block);
                if (user != null) {
                    report(
                            scope,
                            Code.FORMER_NAME_IN_USE,
                            block,
                            user,
                            "former name `" + was + "` of " + block.title + " is the name of " + user.title);
                } else if (earlier != null) {
                    report(
                            scope,
                            Code.DUPLICATE_FORMER_NAME,
                            block,
                            earlier,
                            "duplicate former name `" + was + "` of " + earlier.title + " and " + block.title);
                }
            });
        }
    }

    private static void report(CheckScope scope, Code code, Named block, Named other, String sentence) {
        scope.report(Finding.of(code, block.at.span("was"), sentence)
                .also(code == Code.FORMER_NAME_IN_USE ? other.at.block().span() : other.at.span("was"), other.title)
                .why("what the former block had, with its data, goes to one block only")
                .fix("delete this `was`, or "
                        + (code == Code.FORMER_NAME_IN_USE ? "the other block" : "the other one")));
    }
}
