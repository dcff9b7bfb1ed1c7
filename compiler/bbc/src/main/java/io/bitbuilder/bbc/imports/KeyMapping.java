package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.source.SourceFile;
import java.util.Map;
import java.util.Optional;

/** Keys of one file to a block: each gives a field by the table, or a comment. */
final class KeyMapping {
    private final SourceFile file;
    private final ImportConversions conversions;

    KeyMapping(SourceFile file, TenantDraft tenant) {
        this.file = file;
        this.conversions = new ImportConversions(tenant);
    }

    /** Maps all entries of a mapping. */
    void all(String source, Map<String, Item> entries, Draft draft) {
        entries.forEach((key, item) -> key(source, key, item, draft));
    }

    /** Maps a key. */
    void key(String source, String key, Item item, Draft draft) {
        Optional<ImportTable.Rule> found = ImportTable.rule(source, key);
        if (found.isEmpty()) {
            if (item instanceof Item.Mapping mapping && ImportTable.hasBelow(source, key)) {
                mapping.entries().forEach((inner, value) -> key(source, key + "." + inner, value, draft));
            } else {
                note(draft, item, key + " = " + item.text() + ": unknown key");
            }
            return;
        }
        ImportTable.Rule rule = found.get();
        if (rule.isMapped()) {
            conversions.convert(rule, item, draft).forEach(rest -> note(draft, item, key + ": " + rest));
        } else if (!rule.isName() && !rule.expected().contains(item.text())) {
            String reason = rule.expected().isEmpty()
                    ? rule.how()
                    : "bbc has " + rule.expected().getFirst() + " only";
            note(draft, item, key + " = " + item.text() + ": " + reason);
        }
    }

    /** Adds a comment with the place of an item. */
    void note(Draft draft, Item item, String text) {
        draft.note(file.path() + ":" + item.line() + ": " + text);
    }
}
