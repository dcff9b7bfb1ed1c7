package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.FixedFile;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.bbc.render.LineOrigins;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.InternalFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** Explains one compilation. The tree is compiled once, with its origins, when the explainer is created. */
public final class Explainer {
    private static final String RUNTIME = "stdlib/host/";
    private static final String TEMPLATES = "stdlib/templates/";

    private final BlockIndex blocks;
    private final FieldAccounts fields;
    private final Optional<CompiledTree> compiled;
    private final Map<String, Artefact> artefacts;
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, SortedMap<Integer, Origin>> manifests = new HashMap<>();

    private Explainer(Compilation compilation, Optional<CompiledTree> compiled, Map<String, Artefact> artefacts) {
        this.blocks = new BlockIndex(compilation.program());
        this.fields = new FieldAccounts(blocks, compilation);
        this.compiled = compiled;
        this.artefacts = artefacts;
    }

    /** Returns an explainer of fields and lines; the compilation has no errors. */
    public static Explainer of(Compilation compilation) {
        Optional<CompiledTree.WithArtefacts> compiled = compilation.fleet().map(CompiledTree::withArtefacts);
        return new Explainer(
                compilation,
                compiled.map(CompiledTree.WithArtefacts::tree),
                compiled.map(CompiledTree.WithArtefacts::artefacts).orElse(Map.of()));
    }

    /** Returns an explainer of fields alone; the compilation may have errors. */
    public static Explainer ofFields(Compilation compilation) {
        return new Explainer(compilation, Optional.empty(), Map.of());
    }

    /** Returns the tree whose lines can be explained. */
    public Tree tree() {
        return compiled.map(CompiledTree::tree).orElse(Tree.EMPTY);
    }

    /**
     * Returns the account of a field, {@code acme.web.memory.high}; an {@link EnvironmentFault} names the nearest when
     * there is none.
     */
    public FieldAccount field(String name) {
        return fields.of(new FieldNames(blocks).find(name));
    }

    /**
     * Returns the lines of the tree that a field produced, itself first, then through each field computed from it; for
     * a part of a block's name, those of the block too. Fields without lines are left out.
     */
    public List<FieldLines> linesOf(FieldAccount account) {
        if (compiled.isEmpty()) {
            return List.of();
        }
        Map<Subject, List<String>> ways = new LinkedHashMap<>(Map.of(account.subject(), List.of()));
        if (account.writers().stream().anyMatch(w -> w.cause() instanceof Cause.Name)) {
            ways.put(account.subject().of(""), List.of());
        }
        new FieldDependents(blocks).of(account.subject()).forEach(ways::putIfAbsent);
        Map<List<String>, List<OutputLine>> lines = new LinkedHashMap<>();
        ways.values().forEach(way -> lines.put(way, new ArrayList<>()));
        compiled.get()
                .origins()
                .forEach((path, origins) -> origins.lines()
                        .forEach((line, origin) -> Optional.ofNullable(ways.get(origin.subject()))
                                .ifPresent(way -> lines.get(way).add(output(path, line)))));
        manifests(account.subject())
                .forEach(path -> manifest(path).forEach((line, origin) -> {
                    List<String> way = ways.get(origin.subject());
                    if (way != null && output(path, line).text().contains("\": ")) {
                        lines.get(way).add(output(path, line));
                    }
                }));
        return lines.entrySet().stream()
                .filter(l -> !l.getValue().isEmpty())
                .map(l -> new FieldLines(l.getKey(), l.getValue()))
                .toList();
    }

    /** Returns the manifests that can have lines of a field: those of other tenants have none of a tenant's. */
    private List<String> manifests(Subject subject) {
        Block root = BlockIndex.root(blocks.of(subject));
        boolean all = root.kind().equals(BlockIndex.PLATFORM);
        return artefacts.values().stream()
                .filter(JsonFile.class::isInstance)
                .map(Artefact::path)
                .filter(p -> all || !p.startsWith("tenants/") || p.startsWith("tenants/" + root.name() + "/"))
                .sorted()
                .toList();
    }

    private SortedMap<Integer, Origin> manifest(String path) {
        return manifests.computeIfAbsent(
                path, p -> ManifestLines.of((JsonFile) Objects.requireNonNull(artefacts.get(p)), text(p)));
    }

    /**
     * Returns the account of a line of a file of the tree, from 1; an {@link EnvironmentFault} when the file is
     * shorter.
     */
    public LineAccount line(String path, int line) {
        OutputLine output = output(path, line);
        LineOrigins origins = compiled.map(c -> c.origins().getOrDefault(path, LineOrigins.NONE))
                .orElse(LineOrigins.NONE);
        Optional<Origin> origin = origins.of(line);
        Optional<String> reason = origins.reason(line);
        if (origin.isPresent()) {
            return new LineAccount(output, ofOrigin(origin.get()), reason);
        }
        return new LineAccount(
                output,
                reason.<LineSource>map(LineSource.Fixed::new).orElseGet(() -> withoutOrigin(output)),
                Optional.empty());
    }

    private OutputLine output(String path, int line) {
        List<String> lines = text(path);
        if (line < 1 || line > lines.size()) {
            throw new EnvironmentFault(path + " has no line " + line + " (last line: " + lines.size() + ")");
        }
        return new OutputLine(path, line, lines.get(line - 1));
    }

    private List<String> text(String path) {
        return texts.computeIfAbsent(
                path,
                p -> lines(tree().bytes(p)
                        .orElseThrow(() -> new EnvironmentFault("no file " + p + " in the tree of these sources"))));
    }

    /** Returns the lines of a file. */
    public static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private LineSource ofOrigin(Origin origin) {
        Subject subject = origin.subject();
        if (!subject.field().isEmpty()) {
            return new LineSource.OfField(fields.of(subject));
        }
        Block block = blocks.of(subject);
        return new LineSource.OfBlock(block.kind(), BlockIndex.name(block), block.span());
    }

    private LineSource withoutOrigin(OutputLine line) {
        Artefact artefact = Optional.ofNullable(artefacts.get(line.path()))
                .orElseThrow(() -> new InternalFault("no artefact of " + line.path()));
        boolean banner = line.line() == 1 && line.text().startsWith("# bbc: ");
        return switch (artefact) {
            case FixedFile f -> new LineSource.Runtime(RUNTIME + f.path().split("/", 3)[2]);
            case JsonFile f ->
                Optional.ofNullable(manifest(f.path()).get(line.line()))
                        .map(this::ofOrigin)
                        .orElseGet(() -> new LineSource.Layout(Optional.empty()));
            case SystemdFile f when banner -> new LineSource.Banner();
            case TableFile f when banner -> new LineSource.Banner();
            case NftFile f when banner -> new LineSource.Banner();
            case SystemdFile f -> section(line.text());
            case TableFile f -> layout(f.kind());
            case NftFile f -> layout(f.kind());
        };
    }

    private static LineSource layout(ArtefactKind kind) {
        return new LineSource.Layout(kind.template().map(name -> TEMPLATES + name + ".vm"));
    }

    private static LineSource section(String text) {
        boolean header = text.startsWith("[") && text.endsWith("]");
        return header
                ? new LineSource.Header(text.substring(1, text.length() - 1))
                : new LineSource.Layout(Optional.empty());
    }
}
