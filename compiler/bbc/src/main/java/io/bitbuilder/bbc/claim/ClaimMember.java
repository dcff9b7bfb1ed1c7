package io.bitbuilder.bbc.claim;

import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.core.scalar.WholeNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Member of a workload that has its own allocated fields. */
public sealed interface ClaimMember {
    /** An attachment by name, {@code attach/front}. */
    record Attachment(String name) implements ClaimMember {
        @Override
        public String toString() {
            return "attach/" + name;
        }
    }

    /** A volume by name, {@code volume/data}. */
    record Volume(String name) implements ClaimMember {
        @Override
        public String toString() {
            return "volume/" + name;
        }
    }

    /**
     * A published port, {@code publish/tcp/auto/8443}.
     *
     * @param host port of the host; empty for {@code auto}
     * @param guest port of the workload
     */
    record Publish(Proto proto, Optional<Integer> host, int guest) implements ClaimMember {
        @Override
        public String toString() {
            String port = host.map(Object::toString).orElse("auto");
            return "publish/" + proto.name().toLowerCase(Locale.ROOT) + "/" + port + "/" + guest;
        }
    }

    /** Reads a member from its kind's word and the parts of its key; empty when no such member has allocated fields. */
    static Optional<ClaimMember> parse(String word, List<String> key) {
        boolean named = key.size() == 1 && BlockPath.isName(key.getFirst());
        return switch (word) {
            case "attach" -> named ? Optional.of(new Attachment(key.getFirst())) : Optional.empty();
            case "volume" -> named ? Optional.of(new Volume(key.getFirst())) : Optional.empty();
            case "publish" -> key.size() == 3 ? publish(key) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<ClaimMember> publish(List<String> key) {
        Optional<Proto> proto = switch (key.get(0)) {
            case "tcp" -> Optional.of(Proto.TCP);
            case "udp" -> Optional.of(Proto.UDP);
            default -> Optional.empty();
        };
        Optional<Optional<Integer>> host = key.get(1).equals("auto")
                ? Optional.of(Optional.empty())
                : port(key.get(1)).map(Optional::of);
        return proto.flatMap(p -> host.flatMap(h -> port(key.get(2)).map(guest -> new Publish(p, h, guest))));
    }

    private static Optional<Integer> port(String text) {
        return WholeNumber.parsePort(text).toOptional();
    }
}
