package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.FixedFile;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.Role;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.json.JsonText;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders artefacts and reads each back. One is made for a fleet; it may be used by several threads. */
final class Renderer {
    private final Templates templates = new Templates();
    private final ReadBack readBack;

    Renderer(Catalogue catalogue, int systemd) {
        this.readBack = new ReadBack(catalogue, systemd);
    }

    /** Rendered file with its line origins. */
    record Written(Artefact artefact, TreeFile file, LineOrigins origins) {
        String path() {
            return file.path();
        }

        boolean isA(Role role) {
            return artefact.kind().role().filter(r -> r == role).isPresent();
        }
    }

    Written render(Artefact artefact) {
        ArtefactKind.require(artefact);
        return switch (artefact) {
            case SystemdFile f -> {
                String text = SectionPrinter.print(f);
                yield written(f, text, readBack.compare(f, text));
            }
            case TableFile f -> {
                String text = laidOut(f, Map.of("banner", f.banner(), "rows", f.rows()));
                yield written(f, text, readBack.compare(f, text));
            }
            case NftFile f -> {
                String text = laidOut(
                        f,
                        Map.of(
                                "banner",
                                f.banner(),
                                "tables",
                                f.tables().stream().map(NftView::new).toList(),
                                "elements",
                                f.elements()));
                yield written(f, text, readBack.compare(f, text));
            }
            case JsonFile f -> {
                String text = JsonText.of(f.root());
                JsonReadBack.compare(f, text);
                yield written(f, text, LineOrigins.NONE);
            }
            case FixedFile f -> new Written(f, new TreeFile(f.path(), f.bytes()), LineOrigins.NONE);
        };
    }

    private String laidOut(Artefact artefact, Map<String, Object> context) {
        return templates.merge(
                artefact.kind()
                        .template()
                        .orElseThrow(() -> ReadBack.fault(artefact.path(), 0, "its kind has no template")),
                context);
    }

    private static Written written(Artefact artefact, String text, LineOrigins origins) {
        return new Written(artefact, new TreeFile(artefact.path(), encode(artefact.path(), text)), origins);
    }

    /** Encodes strictly: a lone surrogate is a fault and not a question mark. */
    private static byte[] encode(String path, String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw ReadBack.fault(path, 0, "it contains a lone surrogate");
        }
    }
}
