package io.bitbuilder.bbc.lsp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An editor that types what a test says, over pipes to a server in this process. */
final class EditorClient implements AutoCloseable {
    static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final PipedOutputStream out = new PipedOutputStream();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> diagnostics = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Path folder;
    private int id;

    /** Starts a server for files below a folder. */
    EditorClient(Path folder, Optional<Path> pages) throws IOException {
        this.folder = folder;
        PipedInputStream toServer = new PipedInputStream(out, 1 << 20);
        PipedInputStream fromServer = new PipedInputStream(1 << 20);
        OutputStream answers = new PipedOutputStream(fromServer);
        LanguageServerRun.Settings settings =
                new LanguageServerRun.Settings("0", pages, WaiverRules.DEFAULT, Catalogue.NEWEST);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                ended.complete(LanguageServerRun.serve(toServer, answers, settings));
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        Thread.ofPlatform().daemon().start(() -> read(fromServer));
    }

    private void read(InputStream in) {
        try {
            while (true) {
                Optional<String> body = frame(in);
                if (body.isEmpty()) {
                    return;
                }
                receive(JsonParser.parseString(body.get()).getAsJsonObject());
            }
        } catch (IOException e) {
            // The pipe breaks at the end.
        }
    }

    private static Optional<String> frame(InputStream in) throws IOException {
        int length = 0;
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int c = in.read();
            while (c >= 0 && c != '\n') {
                line.write(c);
                c = in.read();
            }
            String header = line.toString(StandardCharsets.US_ASCII).strip();
            if (c < 0) {
                return Optional.empty();
            }
            if (header.isEmpty()) {
                return Optional.of(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
            if (header.startsWith("Content-Length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
    }

    private void receive(JsonObject message) {
        if (message.has("id") && !message.has("method")) {
            CompletableFuture<JsonObject> answer = message.get("id").isJsonNull()
                    ? null
                    : waiting.remove(message.get("id").getAsInt());
            if (answer != null) {
                answer.complete(message);
            } else {
                messages.add(message.toString());
            }
        } else if (message.get("method").getAsString().equals("textDocument/publishDiagnostics")) {
            JsonObject params = message.getAsJsonObject("params");
            diagnostics.put(params.get("uri").getAsString(), params);
        } else {
            messages.add(message.getAsJsonObject("params").get("message").getAsString());
        }
    }

    /** Sends bytes as they are. */
    void raw(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a body in a frame. */
    void body(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        raw(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        raw(bytes);
    }

    /** Sends a request and returns its answer, the error included. */
    JsonObject answer(String method, String params) {
        int number = ++id;
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(number, answer);
        body("{\"jsonrpc\":\"2.0\",\"id\":" + number + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        return wait(answer);
    }

    static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    /** Sends a request and returns its result. */
    JsonElement request(String method, String params) {
        JsonObject answer = answer(method, params);
        if (!answer.has("result")) {
            throw new IllegalStateException(method + ": " + answer);
        }
        return answer.get("result");
    }

    void notify(String method, String params) {
        body("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    void initialize(String options) {
        request("initialize", "{\"processId\":null,\"capabilities\":{},\"initializationOptions\":" + options + "}");
        notify("initialized", "{}");
    }

    String uri(String path) {
        return folder.resolve(path).toUri().toString();
    }

    /** Opens a file of the folder, with its content on disk. */
    void open(String path) throws IOException {
        open(path, Files.readString(folder.resolve(path)));
    }

    void open(String path, String text) {
        texts.put(path, text);
        versions.put(path, 1);
        notify(
                "textDocument/didOpen",
                "{\"textDocument\":{\"uri\":\"" + uri(path) + "\",\"languageId\":\"bbc\",\"version\":1,\"text\":"
                        + new Gson().toJson(text) + "}}");
    }

    /** Replaces the first occurrence of a string by an incremental change. */
    void replace(String path, String old, String now) {
        String text = texts.get(path);
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(old);
        }
        notify(
                "textDocument/didChange",
                "{\"textDocument\":{\"uri\":\"" + uri(path) + "\",\"version\":" + versions.merge(path, 1, Integer::sum)
                        + "},\"contentChanges\":[{\"range\":{\"start\":" + position(path, at) + ",\"end\":"
                        + position(path, at + old.length()) + "},\"text\":" + new Gson().toJson(now) + "}]}");
        texts.put(path, text.substring(0, at) + now + text.substring(at + old.length()));
    }

    String text(String path) {
        return texts.get(path);
    }

    /** Returns the position of an offset in a buffer, as JSON. */
    String position(String path, int offset) {
        String before = texts.get(path).substring(0, offset);
        long line = before.chars().filter(c -> c == '\n').count();
        return "{\"line\":" + line + ",\"character\":" + (offset - before.lastIndexOf('\n') - 1) + "}";
    }

    /** Returns the parameters of a request at the first occurrence of a string, plus an offset. */
    String at(String path, String marked, int offset) {
        return "{\"textDocument\":{\"uri\":\"" + uri(path) + "\"},\"position\":"
                + position(path, texts.get(path).indexOf(marked) + offset) + "}";
    }

    /** Checks all fleets and returns the last diagnostics of a file. */
    List<JsonObject> checked(String path) {
        request("workspace/executeCommand", "{\"command\":\"bbc.check\",\"arguments\":[]}");
        return published(path);
    }

    List<JsonObject> published(String path) {
        JsonObject last = diagnostics.get(uri(path));
        List<JsonObject> all = new ArrayList<>();
        if (last != null) {
            last.getAsJsonArray("diagnostics").forEach(d -> all.add(d.getAsJsonObject()));
        }
        return all;
    }

    /** Returns the last published parameters by URI. */
    Map<String, JsonObject> diagnostics() {
        return new TreeMap<>(diagnostics);
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    /** Ends the session and returns the exit code. */
    int end() {
        answer("shutdown", "null");
        notify("exit", "null");
        return wait(ended);
    }

    /** Returns the exit code once the server has ended. */
    int ended() {
        return wait(ended);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
