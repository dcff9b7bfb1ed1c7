package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Setting;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field that {@code writes} a directive makes a line, whose origin is the field. */
class FieldDirectivesTest {
    /** Values for the fields that need a particular one; every other field gets the example of its type. */
    private static final String PROGRAM = """
            tenant acme {
              network front { dhcp.lease = 2h; stp = true; %network% }
              container web {
                cpu { cores = 2; pin = [1, 3] }
                memory { limit = 1GiB; high = 512MiB; swap = 64MiB }
                tasks = 50
                security {
                  capabilities = [CAP_NET_ADMIN, CAP_NET_RAW]
                }
                attach front { mac = 02:00:5e:10:00:01; %Attachment% }
                %container%
              }
              machine db {
                cpu { cores = 4; pin = [2] }
                memory { limit = 1GiB; swap = 32MiB }
                tasks = 60
                attach front { mac = 02:00:5e:10:00:02; %Attachment% }
                %machine%
              }
              %tenant%
            }
            """;

    private static final Schema SCHEMA = new TestProgram().program().schema();

    private final Fleet fleet = new TestProgram().acme(program()).fleet().orElseThrow();
    private final List<SystemdFile> files = Lowering.lower(fleet).stream()
            .flatMap(a -> a instanceof SystemdFile f ? Stream.of(f) : Stream.empty())
            .toList();

    private static String program() {
        String program = PROGRAM;
        for (Kind kind : SCHEMA.kinds()) {
            List<String> lines = kind.fields().entrySet().stream()
                    .filter(e -> !e.getValue().writes().isEmpty()
                            && !PROGRAM.contains(e.getKey().substring(e.getKey().lastIndexOf('.') + 1) + " = "))
                    .map(e -> e.getKey() + " = " + example(e.getValue().type()))
                    .toList();
            program = program.replace("%" + kind.name() + "%", String.join("; ", lines));
        }
        return program;
    }

    private static String example(Type type) {
        return switch (Type.core(type)) {
            case Type.Of(Scalar scalar) -> scalar.example();
            case Type.OneOf(EnumType words) -> words.words().getLast();
            case Type.ListOf(Type element) -> "[" + example(element) + "]";
            case Type.SetOf(Type element) -> "[" + example(element) + "]";
            default -> throw new AssertionError(type);
        };
    }

    private record Owner(String kind, Origins at) {}

    private Stream<Owner> owners() {
        Tenant tenant = fleet.tenants().getFirst();
        return Stream.of(
                        Stream.of(new Owner("tenant", tenant.at())),
                        tenant.networks().stream().map(n -> new Owner("network", n.at())),
                        tenant.workloads()
                                .map(w -> new Owner(w instanceof Container ? "container" : "machine", w.at())),
                        tenant.workloads().flatMap(w -> w.attach().stream()).map(a -> new Owner("Attachment", a.at())))
                .flatMap(s -> s);
    }

    @Test
    void everyDirectiveIsALineWithTheOriginOfTheField() {
        Set<String> lines = new TreeSet<>();
        owners().forEach(owner -> owner.at().settings().forEach(setting -> {
            if (entries(owner, setting).findAny().isPresent()) {
                lines.add(owner.kind() + "." + setting.field() + " " + setting.directive());
            }
        }));
        assertEquals(declared(SCHEMA), lines);
    }

    private Stream<Entry> entries(Owner owner, Setting setting) {
        assertTrue(
                owner.at().fields().containsKey(setting.field())
                        || setting.value().isEmpty(),
                () -> setting + " is not in the program");
        ArtefactKind kind =
                ArtefactKind.written(owner.kind(), setting.directive().file()).orElseThrow();
        return files.stream()
                .filter(f -> f.kind().equals(kind))
                .flatMap(f -> f.sections().stream())
                .filter(s -> s.name().equals(setting.directive().section()))
                .flatMap(s -> s.entries().stream())
                .filter(e -> e.key().equals(setting.directive().key())
                        && e.origin().equals(owner.at().of(setting.field())));
    }

    private static Set<String> declared(Schema schema) {
        Set<String> all = new TreeSet<>();
        schema.kinds()
                .forEach(kind -> kind.fields()
                        .forEach((path, field) -> field.writes()
                                .forEach(directive -> all.add(kind.name() + "." + path + " " + directive))));
        return all;
    }

    @Test
    void aCollectionIsALineForEachElement() {
        List<String> pins = files.stream()
                .filter(f -> f.kind().id().equals("limits") && f.path().contains("web"))
                .flatMap(f -> f.sections().getFirst().entries().stream())
                .filter(e -> e.key().equals("AllowedCPUs"))
                .map(e -> e.value().text())
                .toList();
        assertEquals(List.of("1", "3"), pins);
    }
}
