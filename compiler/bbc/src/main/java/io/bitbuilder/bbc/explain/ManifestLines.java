package io.bitbuilder.bbc.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.artefact.ManifestOrigins;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the origin of each line of a manifest: that of the first value that begins or ends in it. */
final class ManifestLines {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ManifestLines() {}

    static SortedMap<Integer, Origin> of(JsonFile file, List<String> text) {
        ManifestOrigins origins = file.origins();
        SortedMap<Integer, Origin> byLine = new TreeMap<>();
        try (JsonParser parser = FACTORY.createParser(String.join("\n", text))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String pointer = parser.getParsingContext().pathAsPointer().toString();
                byLine.computeIfAbsent(
                        parser.currentTokenLocation().getLineNr(),
                        line -> origins.at(
                                pointer.isEmpty()
                                        ? List.of()
                                        : List.of(pointer.substring(1).split("/"))));
            }
        } catch (IOException e) {
            throw new InternalFault("a manifest is not JSON", e);
        }
        return byLine;
    }
}
