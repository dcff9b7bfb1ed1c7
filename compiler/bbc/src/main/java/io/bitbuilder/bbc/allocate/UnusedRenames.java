package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports former names that lock files make unnecessary: they have what was allocated under the present name. */
public final class UnusedRenames {
    /** Names that lock lines have at some depth: {@code acme}, {@code acme/web}, {@code acme/web/attach/front}. */
    private final Set<String> locked = new HashSet<>();

    private final Findings findings;

    private UnusedRenames(Locks locks, Findings findings) {
        this.findings = findings;
        locks.lines().values().stream()
                .filter(line -> !line.gone())
                .map(LockLine::path)
                .forEach(this::add);
    }

    /** Reports the former names of a program with these locks as they are written. */
    public static void report(Program program, Locks locks, Findings findings) {
        UnusedRenames unused = new UnusedRenames(locks, findings);
        program.platform().blocks("admit").forEach(admit -> unused.block(admit, "", "tenant " + admit.name()));
        for (Block tenant : program.tenants()) {
            String in = tenant.name() + "/";
            for (String kind : List.of("network", "container", "machine")) {
                for (Block block : tenant.blocks(kind)) {
                    String title = kind + " " + tenant.name() + "." + block.name();
                    unused.block(block, in, title);
                    if (!kind.equals("network")) {
                        unused.members(block, in + block.name() + "/", title);
                    }
                }
            }
        }
    }

    private void add(ClaimPath path) {
        locked.add(path.tenant());
        locked.add(path.block().toString());
        path.member().ifPresent(member -> locked.add(path.block() + "/" + member));
    }

    private void members(Block workload, String in, String of) {
        for (String member : List.of("attach", "volume")) {
            workload.blocks(member)
                    .forEach(block -> block(block, in + member + "/", member + " " + block.name() + " of " + of));
        }
    }

    private void block(Block block, String in, String title) {
        Optional<String> was = block.plan("was", String.class);
        if (was.isPresent() && locked.contains(in + block.name()) && !locked.contains(in + was.get())) {
            findings.add(Finding.of(
                            Code.UNUSED_FORMER_NAME,
                            block.span("was"),
                            "unused former name `" + was.get() + "` of " + title)
                    .why("the lock file has what was allocated to it, and the name of its data")
                    .fix("delete `was` once the lock file is in the protected branch"));
        }
    }
}
