package io.bitbuilder.bbc.claim;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Stable path of a field that admits {@code auto}: {@code acme/front/subnet}, {@code acme/web/attach/front/mac},
 * {@code acme/web/publish/tcp/auto/8443/host}. Unique in the fleet, the key of a line in a lock file, and the input of
 * the hash that chooses a slot. Sorts as its printed form does.
 *
 * @param block the network or workload
 * @param member the member of the workload that has the field; empty when the block itself has it
 */
public record ClaimPath(BlockPath block, Optional<ClaimMember> member, ClaimField field)
        implements Comparable<ClaimPath> {
    /** Checks that the member can have the field. */
    public ClaimPath {
        if (!field.isOf(member)) {
            throw new IllegalArgumentException(field + " is not a field of " + member);
        }
    }

    /** Returns the path of a block's own field. */
    public static ClaimPath of(BlockPath block, ClaimField field) {
        return new ClaimPath(block, Optional.empty(), field);
    }

    /** Returns the path of a member's field. */
    public static ClaimPath of(BlockPath block, ClaimMember member, ClaimField field) {
        return new ClaimPath(block, Optional.of(member), field);
    }

    /** Reads the printed form; empty when no tenant can have such a claim. */
    public static Optional<ClaimPath> parse(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() < 3) {
            return Optional.empty();
        }
        Optional<BlockPath> block = BlockPath.parse(parts.get(0), parts.get(1));
        Optional<ClaimField> field = ClaimField.of(parts.getLast());
        List<String> between = parts.subList(2, parts.size() - 1);
        Optional<ClaimMember> member = between.isEmpty()
                ? Optional.empty()
                : ClaimMember.parse(between.getFirst(), between.subList(1, between.size()));
        boolean unknown = !between.isEmpty() && member.isEmpty();
        return unknown
                ? Optional.empty()
                : block.flatMap(b -> field.filter(f -> f.isOf(member)).map(f -> new ClaimPath(b, member, f)));
    }

    /** Returns the tenant that makes the claim. */
    public String tenant() {
        return block.tenant();
    }

    /** Returns the entries of one tenant. */
    public static <V> SortedMap<ClaimPath, V> ofTenant(SortedMap<ClaimPath, V> all, String tenant) {
        // No name is empty or holds a character above z, so these two enclose all names.
        return all.subMap(
                of(new BlockPath(tenant, ""), ClaimField.PLACE), of(new BlockPath(tenant, "~"), ClaimField.PLACE));
    }

    /** Returns the printed form. */
    @Override
    public String toString() {
        return block + "/" + rest();
    }

    private String rest() {
        return member.map(m -> m + "/").orElse("") + field.word();
    }

    @Override
    public int compareTo(ClaimPath other) {
        int tenants = BlockPath.beforeSlash(block.tenant(), other.block.tenant());
        int blocks = tenants != 0 ? tenants : BlockPath.beforeSlash(block.name(), other.block.name());
        return blocks != 0 ? blocks : rest().compareTo(other.rest());
    }
}
