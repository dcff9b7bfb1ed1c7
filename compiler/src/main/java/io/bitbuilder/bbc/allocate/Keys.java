package io.bitbuilder.bbc.allocate;

import java.util.Optional;

/**
 * Keys of claims: the stable path of a field, {@code tenant/network/subnet} or {@code tenant/workload/attach/name/mac} or
 * {@code tenant/workload/publish/tcp/auto/8443/host}. A name never holds a slash, and the fields of networks and workloads
 * have different names, so that a key says what it claims.
 */
public final class Keys {
    private Keys() {}

    /** What a key claims; empty when it is none that a tenant can have. */
    public static Optional<Resource> resource(String key) {
        String[] parts = key.split("/", -1);
        for (String part : parts) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
        }
        return switch (parts.length) {
            case 3 -> ofBlock(parts[2]);
            case 5 -> parts[2].equals("attach") ? ofAttachment(parts[4]) : Optional.empty();
            case 7 -> parts[2].equals("publish") && parts[6].equals("host") ? ofPort(parts[3]) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The first two parts of a key: the path of its network or workload. */
    static String blockOf(String key) {
        int first = key.indexOf('/');
        return key.substring(0, key.indexOf('/', first + 1));
    }

    private static Optional<Resource> ofBlock(String field) {
        return switch (field) {
            case "place" -> Optional.of(Resource.PLACE);
            case "subnet" -> Optional.of(Resource.SUBNET4);
            case "subnet6" -> Optional.of(Resource.SUBNET6);
            case "uids" -> Optional.of(Resource.UIDS);
            case "cid" -> Optional.of(Resource.CID);
            default -> Optional.empty();
        };
    }

    private static Optional<Resource> ofAttachment(String field) {
        return switch (field) {
            case "mac" -> Optional.of(Resource.MAC);
            case "ipv4" -> Optional.of(Resource.ADDRESS4);
            case "ipv6" -> Optional.of(Resource.ADDRESS6);
            default -> Optional.empty();
        };
    }

    private static Optional<Resource> ofPort(String proto) {
        return switch (proto) {
            case "tcp" -> Optional.of(Resource.PORT_TCP);
            case "udp" -> Optional.of(Resource.PORT_UDP);
            default -> Optional.empty();
        };
    }
}
