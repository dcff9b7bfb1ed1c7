package io.bitbuilder.bbc.imports;

import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.core.scalar.AbsolutePath;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** ImportConversions of values into fields of a block; each returns what it leaves, with the reason. */
final class ImportConversions {
    private static final String NO_VALUE = "no counterpart for this value";

    private final TenantDraft tenant;

    ImportConversions(TenantDraft tenant) {
        this.tenant = tenant;
    }

    /** Converts a value by a rule; returns a comment for each part that has no counterpart. */
    List<String> convert(ImportTable.Rule rule, Item item, Draft draft) {
        if (item.elements().isEmpty()) {
            return List.of(item.text() + ": no value");
        }
        if (!(draft instanceof WorkloadDraft workload)) {
            return ofNetwork(rule, item, draft);
        }
        return switch (rule.how()) {
            case "env" -> {
                // Compose replaces variables, systemd specifiers.
                String special = isCompose(rule) ? "$" : "%";
                yield pairs(item, (key, value) -> env(key, value, special, workload));
            }
            case "labels" -> pairs(item, (key, value) -> label(key, value, workload));
            case "publish" -> each(item.elements(), port -> Ports.publish(port, workload));
            case "publish-nspawn" -> each(item.elements(), port -> Ports.publishNspawn(port, workload));
            case "volumes" -> each(item.elements(), volume -> new Volumes(tenant, workload).add(volume));
            case "networks" -> new Networks(tenant, workload).attach(item, !isCompose(rule));
            case "network-mode" -> new Networks(tenant, workload).mode(item);
            case "private" ->
                Scalars.bool(item.text()).equals(Optional.of(false))
                        ? new Networks(tenant, workload).mode(new Item.Scalar("host", item.line()))
                        : List.of();
            case "capabilities" -> each(words(item), name -> capability(name, rule.target(), workload));
            case "syscalls" -> each(words(item), group -> syscalls(group, rule.target(), workload));
            case "no-new-privileges" ->
                each(item.elements(), option -> noNewPrivileges(option, rule.target(), workload));
            default -> scalar(rule, item, draft);
        };
    }

    private List<String> ofNetwork(ImportTable.Rule rule, Item item, Draft network) {
        return switch (rule.how()) {
            case "ipam" -> ipam(rule, item, network);
            case "addresses" ->
                each(words(item), address -> {
                    Optional<String> text = Scalars.address(address.text());
                    text.ifPresent(value -> network.add(rule.target(), value));
                    return text.isPresent() ? Optional.empty() : Optional.of(NO_VALUE);
                });
            default -> scalar(rule, item, network);
        };
    }

    /** Zero and negative numbers are "no limit" in other tools; a swap of zero is a limit. */
    private static boolean isLimit(ImportTable.Rule rule, String value) {
        return rule.target().equals("memory.swap")
                || !value.equals("0B") && !value.equals("0") && !value.startsWith("-");
    }

    private static List<String> scalar(ImportTable.Rule rule, Item item, Draft draft) {
        Optional<String> value = item instanceof Item.Scalar(String text, int line)
                ? Scalars.of(rule.how(), text.strip()).filter(found -> isLimit(rule, found))
                : Optional.empty();
        if (value.isEmpty()) {
            return List.of(item.text() + ": " + NO_VALUE);
        }
        if (isCompose(rule)) {
            return draft.set(rule.target(), value.get())
                    ? List.of()
                    : List.of(item.text() + ": " + rule.target() + " is set already");
        }
        // The last assignment counts for systemd, as in a drop-in.
        Optional<String> before = draft.assign(rule.target(), rule.key(), value.get());
        boolean replaced = draft.get(rule.target()).equals(value);
        return before.map(was -> List.of(
                        item.text() + ": " + (replaced ? "replaces " + was : rule.target() + " is set already")))
                .orElse(List.of());
    }

    private static boolean isCompose(ImportTable.Rule rule) {
        return rule.source().startsWith("compose");
    }

    /** The subnet of a network; the rest of its address management, unless bbc has it anyway. */
    private static List<String> ipam(ImportTable.Rule rule, Item item, Draft network) {
        List<String> rest = new ArrayList<>();
        for (Map.Entry<String, Item> entry : item.asMap().entrySet()) {
            String key = entry.getKey();
            for (Item value : entry.getValue().elements()) {
                if (value.asMap().isEmpty() && !(key + "=" + value.text()).equals("driver=default")) {
                    rest.add(key + " = " + value.text() + ": " + NO_VALUE);
                }
                value.asMap().forEach((name, text) -> {
                    boolean subnet = key.equals("config") && name.equals("subnet");
                    Optional<String> taken = Scalars.of(subnet ? "subnet" : "", text.text());
                    if (taken.filter(range -> network.set(rule.target(), range)).isEmpty()) {
                        rest.add(key + "." + name + " = " + text.text()
                                + ": the gateway has the first address, and DHCP " + "the others");
                    }
                });
            }
        }
        return item.asMap().isEmpty() ? List.of(item.text() + ": " + NO_VALUE) : rest;
    }

    private static List<String> each(List<Item> elements, Function<Item, Optional<String>> add) {
        return elements.stream()
                .flatMap(element -> add.apply(element).map(reason -> element.text() + ": " + reason).stream())
                .toList();
    }

    /** Adds a key with its value; returns the reason if it does not. */
    @FunctionalInterface
    private interface Pair {
        Optional<String> add(String key, Optional<String> value);
    }

    /** Reads {@code KEY=VALUE} in lists and in quoted words of systemd, and the entries of a mapping. */
    private static List<String> pairs(Item item, Pair pair) {
        List<String> rest = new ArrayList<>();
        if (item instanceof Item.Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> pair.add(
                                    key, value instanceof Item.Nothing ? Optional.empty() : Optional.of(value.text()))
                            .ifPresent(reason -> rest.add(key + " = " + value.text() + ": " + reason)));
            return rest;
        }
        for (Item element : words(item)) {
            int at = element.text().indexOf('=');
            String key = at < 0 ? element.text() : element.text().substring(0, at);
            Optional<String> value =
                    at < 0 ? Optional.empty() : Optional.of(element.text().substring(at + 1));
            pair.add(key, value).ifPresent(reason -> rest.add(element.text() + ": " + reason));
        }
        return rest;
    }

    /** Returns the elements of a list; of a string, its words with quotes as systemd reads them. */
    private static List<Item> words(Item item) {
        if (item instanceof Item.Scalar(String text, int line)
                && Splitter.all(text, Splitter.Flag.UNQUOTE, Splitter.Flag.CUNESCAPE)
                        instanceof Parsed.Good<List<String>>(List<String> words)) {
            return words.stream().<Item>map(word -> new Item.Scalar(word, line)).toList();
        }
        return item.elements();
    }

    private static Optional<String> env(String key, Optional<String> value, String special, WorkloadDraft workload) {
        if (value.isEmpty()) {
            return Optional.of("the value is that of the environment of another tool");
        }
        if (value.get().contains(special)) {
            return Optional.of("blank: write the value that the other tool puts in place of `" + special + "`");
        }
        Optional<String> text = Scalars.string(value.get());
        if (!Lexical.isName(key) || text.isEmpty()) {
            return Optional.of(NO_VALUE);
        }
        return workload.env(key, text.get()).map(before -> "replaces the value " + before);
    }

    private static Optional<String> label(String key, Optional<String> value, WorkloadDraft workload) {
        boolean words = isName(key) && value.filter(ImportConversions::isName).isPresent();
        if (words) {
            workload.label(key, value.orElseThrow());
        }
        return words ? Optional.empty() : Optional.of("labels of bbc are words");
    }

    private static boolean isName(String text) {
        return PlainName.parse(text) instanceof Parsed.Good<String> && Lexical.isName(text);
    }

    private static Optional<String> capability(Item item, String target, WorkloadDraft workload) {
        String upper = item.text().toUpperCase(Locale.ROOT);
        String name = upper.startsWith("CAP_") ? upper : "CAP_" + upper;
        if (!Scalar.CAPABILITY.known().contains(name)) {
            return Optional.of("not a capability");
        }
        workload.add(target, name);
        return Optional.empty();
    }

    private static Optional<String> syscalls(Item item, String target, WorkloadDraft workload) {
        boolean denied = item.text().startsWith("~");
        String group = denied ? item.text().substring(1) : item.text();
        if (!Scalar.SYSCALL_GROUP.known().contains(group)) {
            return Optional.of("bbc allows and denies groups of system calls");
        }
        workload.add(target + (denied ? ".deny" : ".allow"), group);
        return Optional.empty();
    }

    private static Optional<String> noNewPrivileges(Item item, String target, WorkloadDraft workload) {
        boolean known = List.of("no-new-privileges", "no-new-privileges:true", "no-new-privileges=true")
                .contains(item.text());
        if (known) {
            workload.set(target, "true");
        }
        return known ? Optional.empty() : Optional.of(NO_VALUE);
    }

    /** Returns a mount point in quotes. */
    static Optional<String> mount(String path) {
        return AbsolutePath.parse(path) instanceof Parsed.Good<AbsolutePath> ? Scalars.string(path) : Optional.empty();
    }
}
