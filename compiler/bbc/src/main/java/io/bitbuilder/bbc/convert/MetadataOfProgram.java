package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.metadata.MetadataFormat;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Writes the program of a tenant as {@code metadata.json} format 1.0, if it has nothing that the format lacks. */
public final class MetadataOfProgram implements BodyReading.Reader {
    private static final String ONE = "format 1.0 is one tenant with a network lan and a workload main";

    private final Refusals refusals = new Refusals();
    private final BodyReading bodies = new BodyReading(refusals);
    private final FormatValues values = new FormatValues(refusals);
    private final FormatDocument document = new FormatDocument();
    private final WorkloadMembers main = new WorkloadMembers(refusals, document);
    private Optional<Stmt.Entry> workload = Optional.empty();
    private Optional<Stmt.Entry> lan = Optional.empty();
    private Optional<Stmt.Field> ipv6 = Optional.empty();

    private MetadataOfProgram() {}

    /**
     * Returns the document of a tenant, in the normal form of the format: members in its order, sizes in their largest
     * unit.
     *
     * @param units all files of the tenant, without errors
     * @return empty if a construct is outside of the format; the first one is a finding
     */
    public static Optional<String> of(List<SourceUnit> units, Findings findings) {
        MetadataOfProgram reading = new MetadataOfProgram();
        Optional<Stmt.Entry> tenant = reading.tenant(units);
        tenant.ifPresent(reading::tenant);
        if (!reading.refusals.isEmpty()) {
            reading.refusals.report(findings);
            return Optional.empty();
        }
        return tenant.map(t -> JsonText.of(reading.document.json()));
    }

    /** Returns the first tenant; other declarations are refused. */
    private Optional<Stmt.Entry> tenant(List<SourceUnit> units) {
        Optional<Stmt.Entry> tenant = Optional.empty();
        for (SourceUnit unit : units) {
            for (Decl decl : unit.decls()) {
                boolean first = tenant.isEmpty();
                if (first && decl instanceof Decl.TopLevelBlock(Stmt.Entry entry) && isTenant(entry)) {
                    tenant = Optional.of(entry);
                } else {
                    refusals.add(decl.span(), "more than one declaration is outside format 1.0", ONE);
                }
            }
        }
        return tenant;
    }

    private static boolean isTenant(Stmt.Entry entry) {
        return entry.kind().text().equals("tenant")
                && entry.labels().size() == 1
                && entry.body().isPresent();
    }

    private void tenant(Stmt.Entry tenant) {
        document.put("version", Json.of(MetadataFormat.shape("version").substring("words:".length())));
        values.word(tenant.labels().getFirst().value()).ifPresent(name -> document.put("tenant.name", Json.of(name)));
        bodies.read(tenant.body().orElseThrow(), this);
        workload.ifPresent(main::read);
        if (workload.isEmpty()) {
            refusals.missing(tenant.kind().span(), "main", "container main { memory { limit = 1GiB } }");
        }
        network();
    }

    @Override
    public void field(String path, Stmt.Field field) {
        if (path.equals("id") || path.equals("enabled")) {
            String member = "tenant." + path;
            values.of(MetadataFormat.shape(member), field.value()).ifPresent(value -> document.put(member, value));
        } else {
            refusals.add(field.span(), "field `" + path + "` is outside format 1.0", ONE);
        }
    }

    @Override
    public boolean isObject(String path) {
        return false;
    }

    @Override
    public void block(String path, Optional<String> label, Stmt.Entry entry, Body body) {
        boolean isWorkload = path.equals("container") || path.equals("machine");
        if (isWorkload && label.equals(Optional.of("main")) && workload.isEmpty()) {
            workload = Optional.of(entry);
            document.put("tenant.type", Json.of(path.equals("machine") ? "vm" : path));
        } else if (path.equals("network") && label.equals(Optional.of("lan"))) {
            lan = Optional.of(entry);
            bodies.read(body, new Lan());
        } else {
            refusals.add(entry.span(), BodyReading.title(path, label) + " is outside format 1.0", ONE);
        }
    }

    /** Reads the network. */
    private final class Lan implements BodyReading.Reader {
        @Override
        public void field(String path, Stmt.Field field) {
            if (path.equals("mode")) {
                values.of("words:nat,bridge", field.value()).ifPresent(mode -> document.put("network.mode", mode));
            } else if (path.equals("ipv6")) {
                ipv6 = Optional.of(field);
            } else {
                refusals.add(field.span(), "field `" + path + "` is outside format 1.0", ONE);
            }
        }

        @Override
        public void block(String path, Optional<String> label, Stmt.Entry entry, Body body) {
            refusals.add(entry.span(), BodyReading.title(path, label) + " is outside format 1.0", ONE);
        }

        @Override
        public boolean isObject(String path) {
            return false;
        }
    }

    /** The format has a network with its interfaces, or that of the host; IPv6 follows from the interfaces. */
    private void network() {
        Optional<Span> host = main.hostNetwork();
        if (lan.isPresent() && host.isPresent()) {
            refusals.add(host.get(), "`network = host` beside a network is outside format 1.0", ONE);
        }
        if (lan.isPresent() && document.isMissing("network.mode")) {
            refusals.missing(lan.get().kind().span(), "mode", "mode = nat");
        }
        if (lan.isEmpty()) {
            main.firstInterface()
                    .ifPresent(place ->
                            refusals.add(place, "attachment without network `lan` is outside format 1.0", ONE));
        }
        boolean wanted = main.hasAddresses6();
        boolean written = ipv6.map(Stmt.Field::value)
                .filter(v -> v.span().text().equals("true"))
                .isPresent();
        if (ipv6.isPresent() && !(wanted && written) || wanted && ipv6.isEmpty()) {
            refusals.add(
                    ipv6.map(Stmt.Field::span).or(main::firstInterface).orElseThrow(),
                    "`ipv6` of network `lan` differs from that of its interfaces",
                    "in format 1.0 the network has IPv6 exactly if an interface has `ipv6 = static`");
        }
    }
}
