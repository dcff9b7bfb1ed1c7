package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.source.SourceFile;
import java.util.Map;

/** Services of a compose file: each becomes a container. */
final class ComposeImport {
    private static final String SOURCE = "compose";

    private final KeyMapping mapping;
    private final TenantDraft tenant;

    private ComposeImport(SourceFile file, TenantDraft tenant) {
        this.mapping = new KeyMapping(file, tenant);
        this.tenant = tenant;
    }

    /** Reads a file into the tenant. */
    static void read(SourceFile file, TenantDraft tenant) {
        new ComposeImport(file, tenant).root(YamlFile.read(file));
    }

    private void root(Item root) {
        if (!(root instanceof Item.Mapping top)) {
            mapping.note(tenant, root, "not a compose file: " + root.text());
            return;
        }
        // Addresses of services need the ranges of their networks.
        blocks(top.at("networks"), "network");
        blocks(top.at("volumes"), "volume");
        blocks(top.at("services"), "service");
        top.entries().forEach((key, item) -> {
            if (!key.equals("networks") && !key.equals("volumes") && !key.equals("services")) {
                mapping.key(SOURCE, key, item, tenant);
            }
        });
    }

    private void blocks(Item item, String kind) {
        if (!(item instanceof Item.Mapping) && !item.elements().isEmpty()) {
            mapping.note(tenant, item, kind + "s = " + item.text() + ": not a mapping");
        }
        for (Map.Entry<String, Item> block : item.asMap().entrySet()) {
            Draft draft = switch (kind) {
                case "network" -> tenant.network(block.getKey());
                case "service" -> tenant.workload(block.getKey());
                default -> tenant;
            };
            if (!(block.getValue() instanceof Item.Mapping)
                    && !block.getValue().elements().isEmpty()) {
                mapping.note(
                        draft,
                        block.getValue(),
                        block.getKey() + " = " + block.getValue().text() + ": not a mapping");
            }
            mapping.all(SOURCE + "." + kind, block.getValue().asMap(), draft);
        }
    }
}
