package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Finds the field of a name in messages, {@code acme.web.memory.high}; slashes of claims and lock files count as dots.
 */
final class FieldNames {
    private static final int SHOWN = 8;

    private final BlockIndex blocks;

    FieldNames(BlockIndex blocks) {
        this.blocks = blocks;
    }

    /** Returns the field; an {@link EnvironmentFault} with the nearest names when there is none. */
    Subject find(String name) {
        return find(name, false);
    }

    /** Returns the field, or the block with an empty field; an {@link EnvironmentFault} when there is neither. */
    Subject findAny(String name) {
        return find(name, true);
    }

    private Subject find(String name, boolean any) {
        String dotted = BlockIndex.dotted(name);
        SortedMap<String, Block> roots = blocks.roots();
        String root = dotted.substring(0, dotted.indexOf('.') < 0 ? dotted.length() : dotted.indexOf('.'));
        Block block = roots.get(root);
        if (block == null) {
            throw new EnvironmentFault("unknown tenant `" + root + "`" + near(root, roots.keySet()));
        }
        return in(block, dotted.substring(Math.min(dotted.length(), root.length() + 1)), any);
    }

    private Subject in(Block block, String rest, boolean any) {
        if (block.declared(rest).isPresent() || any && rest.isEmpty()) {
            return new Subject(block.kind(), block.path(), rest);
        }
        String best = "";
        Map<String, Block> children = blocks.children(block);
        for (String label : children.keySet()) {
            boolean leads = rest.equals(label) || rest.startsWith(label + ".");
            if (leads && label.length() > best.length()) {
                best = label;
            }
        }
        if (!best.isEmpty()) {
            return in(children.get(best), rest.substring(Math.min(rest.length(), best.length() + 1)), any);
        }
        throw missing(block, rest, children.keySet());
    }

    private EnvironmentFault missing(Block block, String rest, Collection<String> children) {
        String title = block.kind() + " " + BlockIndex.name(block);
        List<String> fields = blocks.fields(block);
        List<String> nested = fields.stream()
                .filter(f -> rest.isEmpty() || f.startsWith(rest + "."))
                .toList();
        if (!nested.isEmpty()) {
            String what = rest.isEmpty() ? title : "`" + rest + "` of " + title;
            return new EnvironmentFault(what + " is a block; name one of its fields: " + listed(nested));
        }
        List<String> known = new ArrayList<>(fields);
        known.addAll(children);
        return new EnvironmentFault("unknown field `" + rest + "` of " + title + near(rest, known));
    }

    private static String near(String word, Collection<String> known) {
        return Suggestions.closest(word, known)
                .map(n -> "; the nearest is `" + n + "`")
                .orElse("; known are " + listed(known));
    }

    private static String listed(Collection<String> names) {
        String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }
}
