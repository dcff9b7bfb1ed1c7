package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the former names of a program. A former name that is in use has no effect here: a check reports it. */
public final class RenameReader {
    private static final String WAS = "was";

    private RenameReader() {}

    /** Returns the renames. */
    public static Renames read(Program program) {
        Renames renames = new Renames(
                new Renames.TwoWays<>(), new Renames.TwoWays<>(), new Renames.TwoWays<>(), new Renames.TwoWays<>());
        Set<String> tenants = names(program.tenants());
        program.platform()
                .blocks("admit")
                .forEach(admit -> admit.plan(WAS, String.class)
                        .filter(was -> !tenants.contains(was))
                        .ifPresent(was -> renames.tenants().put(was, admit.name())));
        each(program.platform().blocks("host"), renames.hosts()::put);
        program.tenants().forEach(tenant -> tenant(tenant, renames));
        return renames;
    }

    private static void tenant(Block tenant, Renames renames) {
        List<Block> workloads = Stream.of("container", "machine")
                .flatMap(kind -> tenant.blocks(kind).stream())
                .toList();
        // Networks and workloads of a tenant share their names.
        List<Block> all = Stream.concat(tenant.blocks("network").stream(), workloads.stream())
                .toList();
        each(all, (was, is) -> renames.blocks().put(path(tenant, was), path(tenant, is)));
        for (Block workload : workloads) {
            for (String member : List.of("attach", "volume")) {
                each(
                        workload.blocks(member),
                        (was, is) -> renames.members()
                                .put(
                                        member(path(tenant, workload.name()), member, was),
                                        member(path(tenant, workload.name()), member, is)));
            }
        }
    }

    private static void each(List<Block> siblings, BiConsumer<String, String> rename) {
        Set<String> names = names(siblings);
        for (Block block : siblings) {
            block.plan(WAS, String.class)
                    .filter(was -> !names.contains(was))
                    .ifPresent(was -> rename.accept(was, block.name()));
        }
    }

    private static Set<String> names(List<Block> blocks) {
        return blocks.stream().map(Block::name).collect(Collectors.toSet());
    }

    private static BlockPath path(Block tenant, String name) {
        return new BlockPath(tenant.name(), name);
    }

    private static Renames.Member member(BlockPath workload, String word, String name) {
        return new Renames.Member(workload, word + "/" + name);
    }
}
