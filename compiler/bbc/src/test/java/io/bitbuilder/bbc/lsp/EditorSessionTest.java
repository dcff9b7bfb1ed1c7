package io.bitbuilder.bbc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session with each request, against {@code golden/lsp/session.txt}; {@code -Dbbc.bless=true} writes it. Ranges are
 * {@code line:column-line:column} from 0.
 */
class EditorSessionTest {
    private static final String ACME = "fleet/tenants/acme/tenant.bbc";
    private static final String GLOBEX = "fleet/tenants/globex/tenant.bbc";
    private static final String CONSUMER = "neighbours/tenants/globex/tenant.bbc";
    private static final String UNIT = "web.service";

    @TempDir
    private Path temp;

    private final StringBuilder transcript = new StringBuilder();
    private EditorClient editor;

    @Test
    void eachRequestHasItsAnswer() throws IOException {
        Path folder = temp.toRealPath();
        EditorServerTest.copy("fleet", folder.resolve("fleet"));
        EditorServerTest.copy("neighbours", folder.resolve("neighbours"));
        Files.writeString(folder.resolve("db.service"), "");
        editor = new EditorClient(folder, Optional.empty());
        show("initialize", editor.request("initialize", "{\"capabilities\":{}}"));
        editor.notify("initialized", "{}");
        language();
        otherTenants();
        systemd();
        show("shutdown", editor.request("shutdown", "null"));
        editor.notify("exit", "null");
        assertEquals(0, editor.ended());
        editor.close();
        String text = transcript.toString().replace(folder.toUri().toString(), "file:///");
        Path golden = Repository.path("golden/lsp/session.txt");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text);
    }

    private void language() throws IOException {
        editor.open(ACME);
        editor.open(GLOBEX);
        diagnostics(ACME);
        ask("hover", GLOBEX, "network lan", 1);
        ask("hover", GLOBEX, "mode = nat", 1);
        ask("hover", GLOBEX, "mode = nat", 8);
        ask("hover", GLOBEX, "shop.web", 6);
        ask("definition", GLOBEX, "shop.web", 6);
        ask("definition", ACME, "attach front", 8);
        ask("definition", ACME, "node-a", 1);
        ask("definition", GLOBEX, "(shop)", 2);
        references(ACME, "network front", 9);
        references(ACME, "tenant acme", 8);
        rename(ACME, "network front", 9, "edge");
        rename(ACME, "node-a", 1, "node-z");
        rename(ACME, "network front", 9, "let");
        rename(GLOBEX, "network lan", 9, "back");
        request("documentSymbol", ACME);
        colours();
        editor.replace(ACME, "publish tcp 443", "publish tcp auto");
        editor.replace(ACME, "network front { }", "network front { subnet = auto }");
        diagnostics(ACME);
        String range = "\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":99,\"character\":0}}";
        show("inlayHint " + ACME, editor.request("textDocument/inlayHint", "{" + document(ACME) + "," + range + "}"));
        complete(ACME, "network front { subnet = auto }", "network front { m");
        complete(ACME, "network front { m", "network front { mode = ");
        complete(ACME, "network front { mode = ", "network front { }\n  con");
        complete(ACME, "\n  con", "\n");
        complete(ACME, "attach front { }", "attach ");
        complete(ACME, "attach ", "attach front { }");
        complete(ACME, "use hardened(level = strict)", "use ");
        complete(ACME, "use ", "place = ");
        editor.replace(ACME, "place = ", "use hardened(level = strictt)");
        diagnostics(ACME);
        editor.replace(ACME, "use hardened(level = strictt)", "use hardened(level = strict)");
        editor.replace(ACME, "memory { limit", "memory { limitt");
        diagnostics(ACME);
        show(
                "codeAction",
                editor.request(
                        "textDocument/codeAction",
                        "{" + document(ACME) + ",\"range\":{\"start\":"
                                + editor.position(ACME, editor.text(ACME).indexOf("limitt")) + ",\"end\":"
                                + editor.position(ACME, editor.text(ACME).indexOf("limitt")) + "},\"context\":{}}"));
        editor.replace(ACME, "memory { limitt", "memory {limit");
        show("formatting", editor.request("textDocument/formatting", "{" + document(ACME) + ",\"options\":{}}"));
    }

    private void colours() {
        JsonObject legend = editor.request("initialize", "{\"capabilities\":{}}")
                .getAsJsonObject()
                .getAsJsonObject("capabilities")
                .getAsJsonObject("semanticTokensProvider")
                .getAsJsonObject("legend");
        JsonArray data = editor.request("textDocument/semanticTokens/full", "{" + document(ACME) + "}")
                .getAsJsonObject()
                .getAsJsonArray("data");
        List<String> text = editor.text(ACME).lines().toList();
        JsonArray words = new JsonArray();
        int line = 0;
        int column = 0;
        for (int i = 0; i < data.size(); i += 5) {
            int down = data.get(i).getAsInt();
            line += down;
            column = data.get(i + 1).getAsInt() + (down == 0 ? column : 0);
            words.add((line + 1) + " "
                    + text.get(line).substring(column, column + data.get(i + 2).getAsInt()) + " "
                    + legend.getAsJsonArray("tokenTypes")
                            .get(data.get(i + 3).getAsInt())
                            .getAsString()
                    + (data.get(i + 4).getAsInt() == 1 ? " declaration" : ""));
        }
        show("semanticTokens/full of " + ACME + " (line, word, type)", words);
    }

    private void otherTenants() throws IOException {
        editor.open(CONSUMER);
        diagnostics(CONSUMER);
        ask("definition", CONSUMER, "consume acme", 9);
        String offer = editor.text(CONSUMER).split("consume ")[1].split(" ")[0];
        ask("definition", CONSUMER, offer, offer.length() - 1);
        ask("references", CONSUMER, offer, offer.length() - 1);
        rename(CONSUMER, offer, offer.length() - 1, "x");
        complete(CONSUMER, "consume " + offer, "consume ");
        ask("definition", CONSUMER, "acme.trial", 6);
        rename(CONSUMER, "network lab", 9, "bench");
    }

    private void systemd() {
        editor.open(UNIT, "[Unit]\nAfter=\n\n[Service]\nRestart=allways\nExecStart=/bin/true\n\n");
        diagnostics(UNIT);
        ask("hover", UNIT, "Restart", 2);
        ask("hover", UNIT, "ExecStart", 2);
        ask("completion", UNIT, "After=", 6);
        ask("completion", UNIT, "Restart=", 8);
        editor.replace(UNIT, "/bin/true\n\n", "/bin/true\n\n[");
        ask("completion", UNIT, "\n\n[\n".substring(0, 3), 3);
    }

    /** Shows the words alone, and what is said of the first one that has documentation. */
    private void complete(String path, String old, String now) {
        editor.replace(path, old, now);
        int at = editor.text(path).indexOf(now) + now.length();
        JsonArray items = editor.request(
                        "textDocument/completion",
                        "{" + document(path) + ",\"position\":" + editor.position(path, at) + "}")
                .getAsJsonArray();
        JsonArray words = new JsonArray();
        items.forEach(item -> words.add(item.getAsJsonObject().get("label")));
        show("completion after `" + now.strip() + "`", words);
        for (JsonElement item : items) {
            if (item.getAsJsonObject().has("documentation")) {
                show("first documented", item);
                return;
            }
        }
    }

    private String document(String path) {
        return "\"textDocument\":{\"uri\":\"" + editor.uri(path) + "\"}";
    }

    private void ask(String method, String path, String marked, int offset) {
        show(
                method + " at `" + marked.strip() + "` + " + offset + " of " + path,
                editor.request("textDocument/" + method, editor.at(path, marked, offset)));
    }

    private void references(String path, String marked, int offset) {
        String at = editor.at(path, marked, offset);
        show(
                "references of `" + marked + "`",
                editor.request(
                        "textDocument/references",
                        at.substring(0, at.length() - 1) + ",\"context\":{\"includeDeclaration\":true}}"));
    }

    private void rename(String path, String marked, int offset, String name) {
        String at = editor.at(path, marked, offset);
        show("prepareRename of `" + marked + "`", editor.request("textDocument/prepareRename", at));
        JsonObject answer = editor.answer(
                "textDocument/rename", at.substring(0, at.length() - 1) + ",\"newName\":\"" + name + "\"}");
        show("rename of `" + marked + "` to " + name, answer.has("error") ? answer.get("error") : answer.get("result"));
    }

    private void request(String method, String path) {
        show(method + " of " + path, editor.request("textDocument/" + method, "{" + document(path) + "}"));
    }

    private void diagnostics(String path) {
        JsonArray all = new JsonArray();
        editor.checked(path).forEach(all::add);
        show("diagnostics of " + path, all);
    }

    private void show(String title, JsonElement answer) {
        transcript.append("== ").append(title).append('\n');
        if (answer.isJsonArray() && answer.getAsJsonArray().isEmpty()) {
            transcript.append("none\n\n");
            return;
        }
        List<String> lines = new ArrayList<>();
        JsonLines.add(lines, "", answer);
        lines.forEach(line -> transcript.append(line).append('\n'));
        transcript.append('\n');
    }
}
