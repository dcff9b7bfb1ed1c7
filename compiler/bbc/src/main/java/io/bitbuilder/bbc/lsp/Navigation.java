package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.syntax.Keywords;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Declarations and uses of names, and their renaming. */
final class Navigation {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(?:-+[A-Za-z0-9_]+)*");

    private final FindingDiagnostics places;

    Navigation(FindingDiagnostics places) {
        this.places = places;
    }

    /** Returns the declarations of a name that are on disk; those of the standard library are none. */
    List<Location> definitions(NameUse name, FleetNames names, Path root) {
        return names.key(name).stream()
                .flatMap(key -> names.declarations(key).stream())
                .map(NameUse.Declares::span)
                .filter(Navigation::isOnDisk)
                .map(span -> location(span, root))
                .toList();
    }

    /** Returns the uses of a name in all files. */
    List<Location> references(NameUse name, FleetNames names, Path root, boolean declarations) {
        return names.key(name).stream()
                .flatMap(key -> names.uses(key).stream())
                .filter(use -> declarations || !(use instanceof NameUse.Declares))
                .map(NameUse::span)
                .filter(Navigation::isOnDisk)
                .map(span -> location(span, root))
                .toList();
    }

    private static boolean isOnDisk(Span span) {
        return !(span.file().owner() instanceof Owner.Std);
    }

    private Location location(Span span, Path root) {
        return new Location(places.uri(span.file(), Optional.of(root)), TextPositions.range(span));
    }

    /** Returns the place of a name that can be renamed; empty if it cannot. */
    Optional<Range> renamed(NameUse name, FleetNames names) {
        return names.key(name)
                .filter(key -> names.declarations(key).stream().allMatch(d -> isOnDisk(d.span())))
                .map(key -> TextPositions.range(own(name.span())));
    }

    /** Returns the edits that rename a name in the files of its owner; a use in another's file is an error. */
    WorkspaceEdit rename(NameUse name, String now, FleetNames names, OpenDocument document) {
        SymbolKey key = names.key(name).orElseThrow(() -> refused("no name to rename here"));
        if (!NAME.matcher(now).matches() || Keywords.reserved().contains(now)) {
            throw refused("invalid name `" + now + "` (expected letters, digits and inner hyphens, and no keyword)");
        }
        if (!names.declarations(new SymbolKey(key.kind(), key.home(), now)).isEmpty()) {
            throw refused("`" + now + "` is declared already");
        }
        Owner owner = Owner.of(document.path());
        Map<String, List<TextEdit>> changes = new TreeMap<>();
        for (NameUse use : names.uses(key)) {
            SourceFile file = use.span().file();
            if (!file.owner().equals(owner)) {
                throw refused("`" + key.name() + "` is used in " + file.path() + ":"
                        + use.span().line() + ", which belongs to another owner");
            }
            changes.computeIfAbsent(places.uri(file, document.root()), uri -> new ArrayList<>())
                    .add(new TextEdit(TextPositions.range(own(use.span())), now));
        }
        return new WorkspaceEdit(changes);
    }

    /** Returns the part of a name after the name of its library. */
    private static Span own(Span span) {
        return new Span(span.file(), span.start() + span.text().lastIndexOf('.') + 1, span.end());
    }

    private static ResponseErrorException refused(String reason) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
    }
}
