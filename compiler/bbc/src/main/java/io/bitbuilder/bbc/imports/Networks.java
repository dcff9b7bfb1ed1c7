package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.scalar.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks that a workload is connected to. */
final class Networks {
    private static final String QUADLET = ".network";

    private final TenantDraft tenant;
    private final WorkloadDraft workload;

    Networks(TenantDraft tenant, WorkloadDraft workload) {
        this.tenant = tenant;
        this.workload = workload;
    }

    /**
     * Attaches to each network of a list or mapping; returns the rest.
     *
     * @param modes whether a list may name modes, as in Quadlet; in compose a network may be named {@code private}
     */
    List<String> attach(Item item, boolean modes) {
        List<String> rest = new ArrayList<>();
        if (item instanceof Item.Mapping mapping) {
            mapping.entries().forEach((name, of) -> attach(name, of, rest));
            return rest;
        }
        for (Item element : item.elements()) {
            String text = element.text();
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon);
            if (colon >= 0) {
                rest.add(text + ": the attachment has no options of another tool");
            }
            if (name.endsWith(QUADLET)) {
                attach(name.substring(0, name.length() - QUADLET.length()));
            } else if (modes
                    && List.of("host", "none", "bridge", "podman", "private", "slirp4netns", "pasta")
                            .contains(name)) {
                rest.addAll(mode(new Item.Scalar(name, element.line())));
            } else {
                attach(name);
            }
        }
        return rest;
    }

    /** Reads a mode such as {@code host}; returns what is left. */
    List<String> mode(Item item) {
        switch (item.text()) {
            case "host" -> {
                workload.connected();
                workload.set("network", "host");
            }
            case "none" -> workload.connected();
            case "bridge", "podman", "private" -> attach(TenantDraft.DEFAULT_NETWORK);
            default -> {
                return List.of(item.text() + ": a workload has the networks of its attach blocks");
            }
        }
        return List.of();
    }

    private Draft attach(String source) {
        return workload.attach(tenant.network(source).name());
    }

    private void attach(String source, Item options, List<String> rest) {
        Draft attachment = attach(source);
        for (Map.Entry<String, Item> option : options.asMap().entrySet()) {
            String text = option.getValue().text();
            Optional<String> value = switch (option.getKey()) {
                // An address needs the range of its network.
                case "ipv4_address" ->
                    Scalars.address(text)
                            .filter(a -> tenant.network(source).get("subnet").isPresent())
                            .filter(a -> attachment.set("ipv4", a));
                case "mac_address" ->
                    Optional.of(text)
                            .filter(t -> Mac.parse(t) instanceof Parsed.Good<Mac>)
                            .map(t -> t.toLowerCase(java.util.Locale.ROOT))
                            .filter(mac -> attachment.set("mac", mac));
                default -> Optional.empty();
            };
            if (value.isEmpty()) {
                rest.add(source + "." + option.getKey() + " = " + text + ": no counterpart in attach");
            }
        }
    }
}
