package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Key of a block among its siblings.
 *
 * @param word keyword of the block: {@code container}, {@code attach}
 * @param fields names of the key's fields
 * @param values values of these fields, in the same order
 * @param text the values as messages and paths spell them, separated by slashes
 */
record BlockKey(String word, List<String> fields, List<Value> values, String text) {
    /** Returns the key's fields with their values, in their order. */
    Map<String, Value> byField() {
        Map<String, Value> byField = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            byField.put(fields.get(i), values.get(i));
        }
        return byField;
    }
}
