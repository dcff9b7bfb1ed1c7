package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names of all files of a fleet and of the standard library. */
final class FleetNames {
    private final Schema schema;
    private final Map<String, List<NameUse>> byPath;
    private final Map<SymbolKey, List<NameUse.Declares>> declared = new HashMap<>();

    private FleetNames(Schema schema, Map<String, List<NameUse>> byPath) {
        this.schema = schema;
        this.byPath = byPath;
        byPath.values()
                .forEach(names -> names.forEach(name -> {
                    if (name instanceof NameUse.Declares d) {
                        declared.computeIfAbsent(d.key(), k -> new ArrayList<>(1))
                                .add(d);
                    }
                }));
    }

    /** Reads the names of files. */
    static FleetNames of(Collection<SourceUnit> units, Schema schema) {
        Map<String, List<NameUse>> byPath = new TreeMap<>();
        units.forEach(unit -> byPath.put(unit.file().path(), ProgramNames.of(unit, schema)));
        return new FleetNames(schema, byPath);
    }

    /** Returns the names with those of other states of some files. */
    FleetNames with(Collection<SourceUnit> changed) {
        Map<String, List<NameUse>> all = new TreeMap<>(byPath);
        changed.forEach(unit -> all.put(unit.file().path(), ProgramNames.of(unit, schema)));
        return new FleetNames(schema, all);
    }

    /** Returns the kinds of its blocks. */
    Schema schema() {
        return schema;
    }

    /** Returns the names of a file, in its order. */
    List<NameUse> of(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** Returns the name at an offset of a file or directly before it, the innermost one. */
    Optional<NameUse> at(String path, int offset) {
        return of(path).stream()
                .filter(name ->
                        name.span().start() <= offset && offset <= name.span().end())
                .min((a, b) -> Integer.compare(length(a), length(b)));
    }

    private static int length(NameUse name) {
        return name.span().end() - name.span().start();
    }

    /** Returns the identity of a name; empty if nothing declares it. */
    Optional<SymbolKey> key(NameUse name) {
        return switch (name) {
            case NameUse.Declares d -> Optional.of(d.key());
            case NameUse.Refers r ->
                r.candidates().stream().filter(declared::containsKey).findFirst();
            default -> Optional.empty();
        };
    }

    /** Returns the declarations of a name; a tenant may have several. */
    List<NameUse.Declares> declarations(SymbolKey key) {
        return declared.getOrDefault(key, List.of());
    }

    /** Returns all declared names. */
    Stream<NameUse.Declares> declarations() {
        return declared.values().stream().flatMap(List::stream);
    }

    /** Returns all names with that identity, in the order of files and places. */
    List<NameUse> uses(SymbolKey key) {
        return byPath.values().stream()
                .flatMap(List::stream)
                .filter(name -> key(name).filter(key::equals).isPresent())
                .toList();
    }
}
