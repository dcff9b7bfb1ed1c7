package io.bitbuilder.bbc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No message ends the server: after each it still answers. */
class HostileMessagesTest {
    private static final String WEB = "tenants/hello/tenant.bbc";
    private static final List<String> METHODS = List.of(
            "initialize",
            "textDocument/didOpen",
            "textDocument/didChange",
            "textDocument/didClose",
            "textDocument/didSave",
            "textDocument/formatting",
            "textDocument/codeAction",
            "textDocument/hover",
            "textDocument/completion",
            "textDocument/definition",
            "textDocument/references",
            "textDocument/rename",
            "textDocument/documentSymbol",
            "textDocument/semanticTokens/full",
            "textDocument/inlayHint",
            "workspace/executeCommand",
            "workspace/didChangeConfiguration",
            "workspace/didChangeWatchedFiles",
            "no/such",
            "$/cancelRequest",
            "$/setTrace");

    @TempDir
    private Path temp;

    private EditorClient editor;

    @BeforeEach
    void start() throws IOException {
        Path fleet = EditorServerTest.copy("quickstart", temp.toRealPath().resolve("fleet"));
        editor = new EditorClient(fleet, Optional.empty());
        editor.initialize("null");
        editor.open(WEB);
    }

    @AfterEach
    void close() throws IOException {
        lives();
        editor.close();
    }

    private void lives() {
        JsonObject answer = editor.answer("workspace/executeCommand", "{\"command\":\"bbc.check\",\"arguments\":[]}");
        assertTrue(answer.has("result"), answer::toString);
    }

    @Test
    void brokenFramesAreSkipped() {
        for (String bytes : List.of(
                "\r\n\r\n",
                "garbage\r\n\r\n",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: 999999999999999999999\r\n\r\n",
                "Content-Length: x\r\nContent-Type: y\r\n\r\n",
                "Content-Length: 0\r\n\r\n",
                "Content-Length: 3\r\n\r\n{]x",
                "Content-Length: 4\r\n\r\nnull",
                "Content-Length: 2\r\n\r\n[]",
                "Content-Length: 2\r\n\r\n{}")) {
            editor.raw(bytes.getBytes(StandardCharsets.US_ASCII));
            lives();
        }
        assertTrue(editor.messages().stream().anyMatch(m -> m.contains("invalid header")));
    }

    @Test
    void aMessageAboveTheLimitIsRefusedAndNotHeld() {
        int bytes = MessageFrames.MOST_BYTES + 1;
        editor.raw(("Content-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        editor.raw(new byte[bytes]);
        lives();
        assertEquals(List.of("bbc: message too large: 67108865 bytes, at most 67108864 are read"), editor.messages());
    }

    @Test
    void deepJsonIsRefused() {
        for (String part : List.of("[", "{\"a\":")) {
            editor.body("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":" + part.repeat(200_000));
            editor.body("{\"jsonrpc\":\"2.0\",\"method\":\"no/such\",\"params\":" + part.repeat(200_000));
            lives();
        }
    }

    @Test
    void wrongParametersAreErrors() {
        List<String> params = List.of(
                "null",
                "[]",
                "{}",
                "\"x\"",
                "17",
                "{\"textDocument\":null}",
                "{\"textDocument\":{}}",
                "{\"textDocument\":{\"uri\":null}}",
                "{\"textDocument\":{\"uri\":\"\\u0000\"},\"position\":{}}",
                "{\"textDocument\":{\"uri\":\"file:\"},\"position\":{\"line\":-1,\"character\":-1}}",
                "{\"textDocument\":{\"uri\":\"file://host/x.bbc\",\"text\":\"\",\"version\":1}}",
                "{\"textDocument\":{\"uri\":\"file:///dev/null\",\"text\":\"\",\"version\":1}}",
                "{\"textDocument\":{\"uri\":\"file:///%00.bbc\",\"text\":\"\",\"version\":1}}",
                "{\"textDocument\":{\"uri\":\"file:///no/such/a.bbc\",\"text\":\"tenant x { }\",\"version\":1}}",
                "{\"textDocument\":{\"uri\":\"untitled:a.bbc\",\"text\":\"x\",\"version\":1}}",
                "{\"command\":\"rm\",\"arguments\":[{}]}",
                "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB)
                        + "\"},\"position\":{\"line\":2147483647,\"character\":2147483647},\"newName\":\"x\","
                        + "\"range\":{\"start\":{\"line\":9,\"character\":9},\"end\":{\"line\":1,\"character\":1}},"
                        + "\"context\":{}}",
                "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB)
                        + "\",\"version\":7},\"contentChanges\":[{\"range\":{\"start\":{\"line\":9,\"character\":9},"
                        + "\"end\":{\"line\":-1,\"character\":1}},\"text\":\"x\"},null]}");
        int id = 10_000;
        for (String method : METHODS) {
            for (String param : params) {
                editor.body("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + param + "}");
                editor.body("{\"jsonrpc\":\"2.0\",\"id\":" + id++ + ",\"method\":\"" + method + "\",\"params\":" + param
                        + "}");
            }
        }
        lives();
    }

    @Test
    void anyTextIsCheckedWhileItIsTyped() {
        String text = editor.text(WEB);
        Random random = new Random(18);
        String[] parts = {"{", "}", "\"", "'''", "\uD800", "\r", "\u0000", "tenant ", " -> ", "=", "(".repeat(5000), "#"
        };
        for (int i = 0; i < 200; i++) {
            int from = random.nextInt(text.length() + 1);
            String now = text.substring(0, from)
                    + parts[random.nextInt(parts.length)]
                    + text.substring(Math.min(text.length(), from + random.nextInt(20)));
            editor.notify(
                    "textDocument/didChange",
                    "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB) + "\",\"version\":" + (i + 2)
                            + "},\"contentChanges\":[{\"text\":" + new Gson().toJson(now) + "}]}");
            String position = "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB) + "\"},\"position\":{\"line\":"
                    + random.nextInt(12) + ",\"character\":" + random.nextInt(40) + "}}";
            String method = METHODS.get(7 + i % 3);
            JsonObject answer = editor.answer(method, position);
            assertTrue(
                    !answer.has("error")
                            || answer.getAsJsonObject("error").get("code").getAsInt() == -32601,
                    () -> method + ": " + answer + "\n" + now);
        }
        assertEquals(List.of(), editor.messages());
    }
}
