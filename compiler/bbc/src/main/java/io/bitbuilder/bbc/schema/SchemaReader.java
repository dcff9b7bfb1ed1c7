package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the declared kinds. */
public final class SchemaReader {
    private final Types types;
    private final Types ofPlatform;
    private final Map<String, List<Decl.KindMember>> added;

    private SchemaReader(Types types, Types ofPlatform, Map<String, List<Decl.KindMember>> added) {
        this.types = types;
        this.ofPlatform = ofPlatform;
        this.added = added;
    }

    /**
     * Returns the schema of these kinds.
     *
     * @param lookup finds the enums and types of the kinds
     * @param added fields that the platform adds, by kind
     * @param platform finds the types of these fields
     */
    public static Schema read(
            List<Decl.Kind> kinds,
            Types.Lookup lookup,
            Map<String, List<Decl.KindMember>> added,
            Types.Lookup platform,
            Findings findings) {
        SchemaReader reader = new SchemaReader(new Types(lookup, findings), new Types(platform, findings), added);
        return new Schema(kinds.stream().map(reader::kind).toList());
    }

    private Kind kind(Decl.Kind written) {
        return new Kind(
                written.name().text(),
                texts(written.in()),
                new Kind.KeyNotation(texts(written.form()), texts(written.formTarget())),
                new MemberTable(all(written)),
                written.doc(),
                written.name().span());
    }

    private List<Member> all(Decl.Kind written) {
        List<Member> members =
                new ArrayList<>(members(written.members()).members().values());
        added.getOrDefault(written.name().text(), List.of())
                .forEach(member -> ofPlatform.field(member).ifPresent(members::add));
        return members;
    }

    private MemberTable members(List<Decl.KindMember> written) {
        List<Member> members = new ArrayList<>();
        written.forEach(m -> member(m).ifPresent(members::add));
        return new MemberTable(members);
    }

    private Optional<? extends Member> member(Decl.KindMember written) {
        return switch (written.type()) {
            case TypeExpr.Block b ->
                Optional.of(new NestedBlock(written.name().text(), b.optional(), members(b.members()), written.doc()));
            case TypeExpr.Many m ->
                Optional.of(new KeyedBlocks(written.name().text(), m.kind().text(), texts(m.by()), written.doc()));
            default -> types.field(written);
        };
    }

    private static List<String> texts(List<Name> names) {
        return names.stream().map(Name::text).toList();
    }
}
