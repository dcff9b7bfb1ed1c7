package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Answers about the names of a buffer. */
final class NameRequests {
    private static final int MOST_UNITS = 10_000;

    private final OpenDocuments documents;
    private final Fleets fleets;
    private final SystemdBuffers systemd;
    private final Navigation navigation;

    NameRequests(OpenDocuments documents, Fleets fleets, SystemdBuffers systemd, Navigation navigation) {
        this.documents = documents;
        this.fleets = fleets;
        this.systemd = systemd;
        this.navigation = navigation;
    }

    private Optional<FleetNames> names(OpenDocument document) {
        return document.isProgram()
                ? document.root().flatMap(root -> fleets.folder(root).names(documents.of(root)))
                : Optional.empty();
    }

    /** Returns the answer about the name at a position. */
    private <T> Optional<T> at(OpenDocument document, Position position, BiFunction<NameUse, FleetNames, T> answer) {
        int offset = new TextPositions(document.text()).offset(position);
        return names(document).flatMap(all -> all.at(document.path(), offset).map(name -> answer.apply(name, all)));
    }

    Optional<Hover> hover(OpenDocument document, Position position) {
        return document.isOfSystemd()
                ? SystemdHelp.at(document, position, systemd.release()).flatMap(SystemdHelp::hover)
                : at(document, position, Hovers::of).flatMap(found -> found);
    }

    List<CompletionItem> completions(OpenDocument document, Position position) {
        if (document.isOfSystemd()) {
            return SystemdHelp.at(document, position, systemd.release())
                    .map(help -> help.completions(position.getCharacter(), units(document)))
                    .orElse(List.of());
        }
        int offset = new TextPositions(document.text()).offset(position);
        return names(document).map(all -> Completions.at(document, offset, all)).orElse(List.of());
    }

    /** Returns the names of the files beside a buffer. */
    private static List<String> units(OpenDocument document) {
        Path folder = document.file().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_UNITS)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.indexOf('.') > 0)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    List<Location> definitions(OpenDocument document, Position position) {
        return at(document, position, (name, all) -> navigation.definitions(name, all, root(document)))
                .orElse(List.of());
    }

    List<Location> references(OpenDocument document, Position position, boolean declarations) {
        return at(document, position, (name, all) -> navigation.references(name, all, root(document), declarations))
                .orElse(List.of());
    }

    Optional<Range> renamed(OpenDocument document, Position position) {
        return at(document, position, navigation::renamed).flatMap(found -> found);
    }

    Optional<WorkspaceEdit> rename(OpenDocument document, Position position, String name) {
        return at(document, position, (use, all) -> navigation.rename(use, name, all, document));
    }

    private static Path root(OpenDocument document) {
        return document.root().orElseThrow();
    }

    List<DocumentSymbol> symbols(OpenDocument document) {
        return document.root()
                .map(fleets::folder)
                .flatMap(folder -> folder.unit(document, folder.limits(), new Findings()))
                .map(Outlines::of)
                .orElse(List.of());
    }

    SemanticTokens colours(OpenDocument document) {
        return names(document)
                .map(all -> NameColours.of(all.of(document.path()), all))
                .orElseGet(() -> new SemanticTokens(List.of()));
    }

    /** Returns the allocated values of the last check, behind the requests that are still written. */
    List<InlayHint> hints(OpenDocument document, Range range) {
        List<InlayHint> hints = new ArrayList<>();
        List<AllocatedValue> known = document.root()
                .flatMap(root -> fleets.folder(root).last())
                .map(last -> last.hints().getOrDefault(document.path(), List.of()))
                .orElse(List.of());
        for (AllocatedValue value : known) {
            Optional<Span> now = MovedFindings.moved(value.at(), document.text());
            now.map(TextPositions::range)
                    .filter(place -> place.getStart().getLine()
                                    >= range.getStart().getLine()
                            && place.getEnd().getLine() <= range.getEnd().getLine())
                    .ifPresent(place -> {
                        InlayHint hint = new InlayHint(place.getEnd(), Either.forLeft(value.value()));
                        hint.setPaddingLeft(true);
                        hints.add(hint);
                    });
        }
        return hints;
    }
}
