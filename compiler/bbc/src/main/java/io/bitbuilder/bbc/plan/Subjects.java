package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tenant, workload or network of each file of two trees, from the manifests of the tenants. */
final class Subjects {
    private static final Pattern LINK = Pattern.compile("\\d\\d-(.+)\\.(?:network|netdev)(?:\\.d)?");
    private static final Pattern MOUNT = Pattern.compile("var-lib-tenants-([^-]+)-runtime-([^-.]+).*");
    private static final Pattern INSTANCE = Pattern.compile("(?:.*@)?([^.@]+)\\.([^.]+).*");

    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    private Subjects() {}

    /** Reads the manifests of both trees. */
    static Subjects of(Tree before, Tree after) {
        Subjects subjects = new Subjects();
        for (Tree tree : List.of(before, after)) {
            tree.files().stream()
                    .filter(file ->
                            file.path().startsWith("tenants/") && file.path().endsWith("/manifest.json"))
                    .forEach(file ->
                            subjects.tenant(JsonDocument.parse(new String(file.bytes(), StandardCharsets.UTF_8))));
        }
        return subjects;
    }

    /** Returns the values of a file's subject: of a workload or network if its path names one, else of its tenant. */
    OwnValues of(String host, String tenant, String path) {
        if (tenant.isEmpty()) {
            return new OwnValues(host.isEmpty() ? "the fleet" : host, Map.of());
        }
        for (String part : path.split("/")) {
            Matcher link = LINK.matcher(part);
            String name = link.matches() ? link.group(1) : part;
            String key = values.containsKey(name) ? name : workload(name);
            if (!key.isEmpty() && !key.equals(tenant) && values.containsKey(key)) {
                return new OwnValues(labels.getOrDefault(key, tenant), values.get(key));
            }
        }
        return new OwnValues(tenant, values.getOrDefault(tenant, names(tenant)));
    }

    /** Returns the key of the workload that a part of a path names; empty if it names none. */
    private static String workload(String part) {
        Matcher mount = MOUNT.matcher(part);
        Matcher instance = INSTANCE.matcher(part);
        return mount.matches()
                ? key(mount.group(1), mount.group(2))
                : instance.matches() ? key(instance.group(1), instance.group(2)) : "";
    }

    private void tenant(Json manifest) {
        String tenant = manifest.at("tenant").text();
        values.computeIfAbsent(tenant, Subjects::names);
        Map<String, Map<String, String>> networks = new HashMap<>();
        for (Json network : manifest.at("networks").elements()) {
            Map<String, String> own = subject(
                    network.at("bridge").text(), tenant, network.at("network").text());
            List.of("bridge", "subnet", "gateway", "subnet6").forEach(member -> put(own, network, member));
            networks.put(network.at("network").text(), own);
        }
        for (Json workload : manifest.at("workloads").elements()) {
            String name = workload.at("workload").text();
            Map<String, String> own = subject(key(tenant, name), tenant, name);
            own.put(name, "<workload>");
            own.put(plain(name), "<workload>");
            String uids = workload.at("uids").text();
            own.put(uids.substring(0, Math.max(uids.indexOf("."), 0)), "<uid>");
            put(own, workload, "cid");
            for (Json attachment : workload.at("attachments").elements()) {
                List.of("mac", "ipv4", "ipv6", "port").forEach(member -> put(own, attachment, member));
                networks.getOrDefault(attachment.at("network").text(), Map.of()).forEach(own::putIfAbsent);
                values.put(attachment.at("port").text(), own);
                labels.put(attachment.at("port").text(), tenant + "." + name);
            }
        }
    }

    /** Returns the values of a subject that both trees may have, with the names of its tenant. */
    private Map<String, String> subject(String key, String tenant, String name) {
        labels.put(key, tenant + "." + name);
        return values.computeIfAbsent(key, k -> names(tenant));
    }

    private static Map<String, String> names(String tenant) {
        Map<String, String> names = new HashMap<>();
        names.put(tenant, "<tenant>");
        names.put(plain(tenant), "<tenant>");
        return names;
    }

    private static void put(Map<String, String> own, Json object, String member) {
        String value = object.at(member).text();
        if (!value.isEmpty()) {
            own.putIfAbsent(value, "<" + member + ">");
        }
    }

    private static String key(String tenant, String workload) {
        return plain(tenant) + "." + plain(workload);
    }

    /** Names in units have underscores in places where systemd interprets dashes. */
    private static String plain(String name) {
        return name.replace('-', '_');
    }
}
