package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.source.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What may be written at a place of a program. */
final class Completions {
    private static final List<String> TOP =
            List.of("tenant", "profile", "let", "type", "enum", "data", "test", "ordered enum");
    private static final List<String> TOP_OF_PLATFORM = List.of("platform", "policy", "waive", "extend", "private");
    private static final List<String> STATEMENTS = List.of("use", "let", "if", "for", "final");

    private final FleetNames names;
    private final Owner owner;
    private final Map<String, CompletionItem> items = new TreeMap<>();

    private Completions(FleetNames names, Owner owner) {
        this.names = names;
        this.owner = owner;
    }

    /** Returns the words for an offset of a buffer. */
    static List<CompletionItem> at(OpenDocument document, int offset, FleetNames names) {
        TypedPlace cursor = TypedPlace.at(document.text(), offset);
        if (cursor.isText()) {
            return List.of();
        }
        Completions all = new Completions(names, Owner.of(document.path()));
        all.read(cursor, TypedBody.of(cursor.heads(), names.schema()));
        return List.copyOf(all.items.values());
    }

    private void read(TypedPlace cursor, TypedBody body) {
        String statement = cursor.statement();
        int assign = statement.indexOf('=');
        List<String> words = TypedPlace.words(statement);
        boolean first = words.isEmpty() || words.size() == 1 && !statement.endsWith(" ");
        if (assign > 0) {
            value(statement.substring(0, assign), body);
        } else if (first) {
            statement(body);
        } else if (words.getFirst().equals("use")) {
            named(SymbolKey.PROFILE, CompletionItemKind.Function);
        } else if (words.getFirst().equals("defaults")) {
            names.schema().kinds().stream().filter(k -> !k.in().isEmpty()).forEach(this::kind);
        } else {
            label(words.getFirst(), body);
        }
    }

    private void statement(TypedBody body) {
        if (body.top()) {
            TOP.forEach(word -> add(word, CompletionItemKind.Keyword, ""));
            if (owner instanceof Owner.Platform) {
                TOP_OF_PLATFORM.forEach(word -> add(word, CompletionItemKind.Keyword, ""));
            }
            return;
        }
        body.kind().ifPresent(kind -> {
            members(kind, body.prefix()).forEach(member -> member(body.prefix() + member.name(), member));
            if (body.prefix().isEmpty()) {
                names.schema().children(kind.name()).forEach(this::kind);
            }
            if (kind.name().equals("platform")) {
                add("defaults", CompletionItemKind.Keyword, "");
            }
            STATEMENTS.forEach(word -> add(word, CompletionItemKind.Keyword, ""));
        });
    }

    private static List<Member> members(Kind kind, String prefix) {
        return List.copyOf((prefix.isEmpty()
                        ? Optional.of(kind.members())
                        : kind.nestedBlock(prefix.substring(0, prefix.length() - 1))
                                .map(NestedBlock::members))
                .map(table -> table.members().values())
                .orElse(List.of()));
    }

    private void member(String path, Member member) {
        add(
                member.name(),
                member instanceof Field ? CompletionItemKind.Property : CompletionItemKind.Struct,
                Hovers.text(path, member));
    }

    private void kind(Kind kind) {
        add(kind.name(), CompletionItemKind.Class, Hovers.text(kind));
    }

    private void value(String target, TypedBody body) {
        List<String> path = TypedPlace.words(target);
        Optional<Field> field = body.map()
                .or(() -> path.isEmpty()
                        ? Optional.empty()
                        : body.member(path.getLast())
                                .filter(Field.class::isInstance)
                                .map(Field.class::cast));
        ValueWords.of(field, names.schema()).forEach(word -> add(word, CompletionItemKind.Value, ""));
        field.ifPresent(f -> ValueWords.referred(f, names.schema())
                .forEach(kind -> named(kind.name(), CompletionItemKind.Reference)));
        named(SymbolKey.VALUE, CompletionItemKind.Constant);
    }

    /** Names that a label may have: of the network of an attachment, of the offer of another tenant. */
    private void label(String word, TypedBody body) {
        Optional<KeyedBlocks> keyed =
                body.kind().filter(k -> body.prefix().isEmpty()).flatMap(k -> k.keyedBlocks(word));
        if (word.equals("consume")) {
            Offers.visible(names, owner).forEach(offer -> add(offer, CompletionItemKind.Reference, ""));
        } else if (word.equals("admit")) {
            named(SymbolKey.TENANT, CompletionItemKind.Module);
        } else if (keyed.isPresent()) {
            names.schema().kind(keyed.get().kind()).stream()
                    .flatMap(kind -> kind.fields().values().stream())
                    .filter(field -> field.value()
                            .filter(value -> value instanceof Expr.NameRef(String n, var s) && n.equals("name"))
                            .isPresent())
                    .flatMap(field -> ValueWords.referred(field, names.schema()).stream())
                    .forEach(kind -> named(kind.name(), CompletionItemKind.Reference));
        }
    }

    /** Adds the visible names of a kind. */
    private void named(String kind, CompletionItemKind icon) {
        List<NameUse.Declares> visible = names.declarations()
                .filter(d -> d.key().kind().equals(kind))
                .filter(d -> !(d.key().home() instanceof Owner.Tenant)
                        || d.key().home().equals(owner))
                .toList();
        // Hosts and images of the built-in platform are those of a fleet without one.
        boolean own = names.schema().kind(kind).isPresent()
                && visible.stream().anyMatch(d -> !(d.key().home() instanceof Owner.Std));
        visible.stream()
                .filter(d -> !own || !(d.key().home() instanceof Owner.Std))
                .forEach(d -> add(d.key().name(), icon, d.doc().orElse("")));
    }

    private void add(String label, CompletionItemKind kind, String documentation) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        if (!documentation.isEmpty()) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, documentation));
        }
        items.putIfAbsent(label, item);
    }
}
