package io.bitbuilder.bbc.claim;

import java.util.Optional;

/** Fields that admit {@code auto}, each named as in the kinds, and what else a lock file keeps. */
public enum ClaimField {
    /** Host of a workload. */
    PLACE("place"),
    /** IPv4 range of a network. */
    SUBNET("subnet"),
    /** IPv6 range of a network. */
    SUBNET6("subnet6"),
    /** User ids of a workload. */
    UIDS("uids"),
    /** AF_VSOCK address of a machine. */
    CID("cid"),
    /** MAC address of an attachment. */
    MAC("mac"),
    /** IPv4 address of an attachment. */
    IPV4("ipv4"),
    /** IPv6 address of an attachment. */
    IPV6("ipv6"),
    /** Host port of a published port. */
    HOST("host"),
    /** Name under which the host keeps the data of a workload's root or of a volume; no field of a kind. */
    DATA("data");

    private final String word;

    ClaimField(String word) {
        this.word = word;
    }

    /** Returns the name of the field in its kind. */
    public String word() {
        return word;
    }

    /** Returns the field of that name; empty when that field is not allocated. */
    public static Optional<ClaimField> of(String word) {
        for (ClaimField field : values()) {
            if (field.word.equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Returns whether the field belongs to the block itself or to that member of it. */
    boolean isOf(Optional<ClaimMember> member) {
        return switch (this) {
            case PLACE, SUBNET, SUBNET6, UIDS, CID -> member.isEmpty();
            case MAC, IPV4, IPV6 ->
                member.filter(ClaimMember.Attachment.class::isInstance).isPresent();
            case DATA ->
                member.isEmpty()
                        || member.filter(ClaimMember.Volume.class::isInstance).isPresent();
            case HOST -> member.filter(ClaimMember.Publish.class::isInstance).isPresent();
        };
    }
}
