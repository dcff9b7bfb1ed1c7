package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.metadata.MetadataFormat;
import io.bitbuilder.bbc.metadata.MetadataFormat.Member;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the workload {@code main} into a document: fields by the table of the format, blocks one by one. */
final class WorkloadMembers implements BodyReading.Reader {
    private static final String WORKLOAD = "container";
    private static final String INTERFACES = "network.interfaces";
    private static final String ONE =
            "format 1.0 has a network lan, a workload main with its interfaces, and a volume data at /data";

    private final Refusals refusals;
    private final BodyReading bodies;
    private final FormatValues values;
    private final FormatDocument document;
    private final Map<String, Member> byField;

    /** Objects of the format that have the name of their block, by its path; they may be empty. */
    private final Map<String, String> objects = new HashMap<>();

    private final List<Json> interfaces = new ArrayList<>();
    private boolean addresses6;
    private Optional<Span> hostNetwork = Optional.empty();
    private Optional<Span> firstInterface = Optional.empty();

    WorkloadMembers(Refusals refusals, FormatDocument document) {
        this.refusals = refusals;
        this.bodies = new BodyReading(refusals);
        this.values = new FormatValues(refusals);
        this.document = document;
        this.byField = MetadataFormat.byField(WORKLOAD);
        byField.forEach((field, member) -> {
            String block = field.substring(0, field.lastIndexOf('.'));
            String object = member.path().substring(0, member.path().lastIndexOf('.'));
            if (object.equals(block) || object.endsWith("." + block)) {
                objects.put(block, object);
            }
        });
    }

    /** Reads the workload. */
    void read(Stmt.Entry workload) {
        Body body = workload.body().orElseThrow();
        bodies.read(body, this);
        if (document.isMissing("resources.memory.limit")) {
            refusals.missing(workload.kind().span(), "memory.limit", "memory.limit = 1GiB");
        }
        if (!interfaces.isEmpty()) {
            document.put(INTERFACES, new Json.Elements(interfaces));
        }
    }

    /** Returns whether an interface has an IPv6 address. */
    boolean hasAddresses6() {
        return addresses6;
    }

    /** Returns the place of {@code network = host}. */
    Optional<Span> hostNetwork() {
        return hostNetwork;
    }

    /** Returns the place of the first interface. */
    Optional<Span> firstInterface() {
        return firstInterface;
    }

    @Override
    public void field(String path, Stmt.Field field) {
        Member member = byField.get(path);
        if (member != null) {
            values.of(member.shape(), field.value()).ifPresent(value -> document.put(member.path(), value));
        } else if (path.equals("network")
                && field.value() instanceof Expr.Scope(String word, Span span)
                && word.equals("host")) {
            hostNetwork = Optional.of(span);
            document.put("network.mode", Json.of(word));
        } else {
            refusals.add(field.span(), "field `" + path + "` is outside format 1.0", ONE);
        }
    }

    @Override
    public boolean isObject(String path) {
        return byField.keySet().stream().anyMatch(field -> field.startsWith(path + "."));
    }

    @Override
    public void block(String path, Optional<String> label, Stmt.Entry entry, Body body) {
        if (label.isEmpty() && isObject(path)) {
            open(path, entry, body);
        } else if (path.equals("attach") && label.isPresent()) {
            attachment(label.get(), entry, body);
        } else if (path.equals("volume") && label.equals(Optional.of("data"))) {
            volume(entry, body);
        } else {
            refusals.add(entry.span(), BodyReading.title(path, label) + " is outside format 1.0", ONE);
        }
    }

    private void open(String path, Stmt.Entry entry, Body body) {
        String object = objects.get(path);
        if (object != null) {
            document.open(object);
        } else if (body.stmts().isEmpty()) {
            refusals.add(entry.span(), "empty block `" + path + "` is outside format 1.0", ONE);
        }
    }

    private void volume(Stmt.Entry entry, Body body) {
        Map<String, Expr> fields = fields(entry, body, List.of("size", "mount"));
        if (!(fields.get("mount") instanceof Expr.Text text) || !text.value().equals("/data")) {
            refusals.add(entry.kind().span(), "mount point of volume `data` is outside format 1.0", ONE);
        }
        Optional.ofNullable(fields.get("size"))
                .flatMap(size -> values.of("size", size))
                .ifPresentOrElse(
                        size -> document.put("resources.storage.data", size),
                        () -> refusals.missing(entry.kind().span(), "size", "size = 1GiB"));
    }

    private void attachment(String name, Stmt.Entry entry, Body body) {
        firstInterface = firstInterface.or(() -> Optional.of(entry.span()));
        Map<String, Expr> fields = fields(entry, body, List.of("network", "mac", "ipv4", "ipv6"));
        Map<String, Json> element = new HashMap<>();
        element.put("name", Json.of(name));
        Expr network = fields.get("network");
        boolean lan = network == null
                ? name.equals("lan")
                : network instanceof Expr.NameRef ref && ref.name().equals("lan");
        if (!lan) {
            refusals.add(
                    network == null ? entry.kind().span() : network.span(),
                    "network of `attach " + name + "` is outside format 1.0",
                    ONE);
        }
        Optional.ofNullable(fields.get("mac")).flatMap(values::mac).ifPresent(mac -> element.put("mac", mac));
        for (String key : List.of("ipv4", "ipv6")) {
            Optional.ofNullable(fields.get(key))
                    .flatMap(value -> values.of(MetadataFormat.shape(INTERFACES + "." + key), value))
                    .ifPresent(word -> element.put(key, word));
        }
        addresses6 |= element.getOrDefault("ipv6", Json.of("")).equals(Json.of("static"));
        interfaces.add(FormatDocument.element(INTERFACES, element));
    }

    /** Returns the values of a block that may have these fields only. */
    private Map<String, Expr> fields(Stmt.Entry entry, Body body, List<String> known) {
        Map<String, Expr> fields = new HashMap<>();
        bodies.read(body, new BodyReading.Reader() {
            @Override
            public void field(String path, Stmt.Field field) {
                if (known.contains(path)) {
                    fields.put(path, field.value());
                } else {
                    refusals.add(field.span(), "field `" + path + "` is outside format 1.0", ONE);
                }
            }

            @Override
            public void block(String path, Optional<String> label, Stmt.Entry inner, Body of) {
                refusals.add(inner.span(), BodyReading.title(path, label) + " is outside format 1.0", ONE);
            }

            @Override
            public boolean isObject(String path) {
                return false;
            }
        });
        return fields;
    }
}
