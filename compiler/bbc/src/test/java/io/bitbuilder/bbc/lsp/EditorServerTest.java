package io.bitbuilder.bbc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagnostics, fixes and formatting of buffers, as an editor asks for them. */
class EditorServerTest {
    private static final String WEB = "tenants/hello/tenant.bbc";

    @TempDir
    private Path temp;

    private Path fleet;
    private EditorClient editor;

    @BeforeEach
    void start() throws IOException {
        fleet = copy("quickstart", temp.toRealPath().resolve("fleet"));
        editor = new EditorClient(fleet, Optional.of(Repository.path("stdlib").resolve("codes")));
        editor.initialize("null");
    }

    @AfterEach
    void close() throws IOException {
        editor.close();
    }

    static Path copy(String example, Path target) throws IOException {
        Path source = Repository.path("examples").resolve(example);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return target;
    }

    @Test
    void aBufferHasTheFindingsOfACheckOfTheSameText() throws IOException {
        editor.open(WEB);
        assertEquals(List.of(), editor.checked(WEB));
        editor.replace(WEB, "memory { limit", "memory { limitt");
        List<JsonObject> shown = editor.checked(WEB);
        Files.writeString(fleet.resolve(WEB), editor.text(WEB));
        Findings findings = new Findings();
        Compiler.check(Input.ofFolders(List.of(fleet), findings), AllocationMode.FREE, findings);
        List<Finding> expected = findings.sorted();
        assertEquals(
                expected.stream().map(f -> f.code().id()).toList(),
                shown.stream().map(d -> d.get("code").getAsString()).toList());
        JsonObject first = shown.getFirst();
        assertTrue(first.get("message")
                .getAsString()
                .startsWith(expected.getFirst().message()));
        int line = first.getAsJsonObject("range")
                .getAsJsonObject("start")
                .get("line")
                .getAsInt();
        assertEquals(expected.getFirst().primary().span().line(), line + 1);
        String page = first.getAsJsonObject("codeDescription").get("href").getAsString();
        assertTrue(Files.exists(Path.of(java.net.URI.create(page))), page);
    }

    @Test
    void aCorrectedBufferHasNone() throws IOException {
        editor.open(WEB);
        editor.replace(WEB, "memory { limit", "memory { limitt");
        assertEquals(1, editor.checked(WEB).size());
        editor.replace(WEB, "limitt", "limit");
        assertEquals(List.of(), editor.checked(WEB));
    }

    @Test
    void aFixTurnsTheBufferIntoAValidOne() throws IOException {
        editor.open(WEB);
        editor.replace(WEB, "memory { limit", "memory { limitt");
        editor.checked(WEB);
        int at = editor.text(WEB).indexOf("limitt");
        JsonArray actions = editor.request(
                        "textDocument/codeAction",
                        "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB) + "\"},\"range\":{\"start\":"
                                + editor.position(WEB, at) + ",\"end\":" + editor.position(WEB, at)
                                + "},\"context\":{\"diagnostics\":[]}}")
                .getAsJsonArray();
        JsonObject action = actions.get(0).getAsJsonObject();
        JsonObject edit = action.getAsJsonObject("edit")
                .getAsJsonObject("changes")
                .getAsJsonArray(editor.uri(WEB))
                .get(0)
                .getAsJsonObject();
        assertEquals("limit", edit.get("newText").getAsString());
        assertEquals(
                editor.position(WEB, at),
                edit.getAsJsonObject("range").get("start").toString());
        assertEquals(
                editor.position(WEB, at + "limitt".length()),
                edit.getAsJsonObject("range").get("end").toString());
    }

    @Test
    void aFindingAppearsBeforeTheWholeFleetIsChecked() throws Exception {
        editor.open(WEB);
        editor.checked(WEB);
        editor.replace(WEB, "memory { limit", "memory { limitt");
        for (int i = 0; editor.published(WEB).isEmpty() && i < 2000; i++) {
            Thread.sleep(5);
        }
        assertEquals(1, editor.published(WEB).size());
    }

    @Test
    void formattingChangesOnlyTheLinesThatDiffer() throws IOException {
        editor.open(WEB);
        editor.replace(WEB, "memory { limit", "memory   {limit");
        JsonArray edits = editor.request(
                        "textDocument/formatting",
                        "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB)
                                + "\"},\"options\":{\"tabSize\":2,\"insertSpaces\":true}}")
                .getAsJsonArray();
        assertEquals(1, edits.size());
        assertTrue(edits.get(0).getAsJsonObject().get("newText").getAsString().startsWith("    memory { limit"));
        assertEquals(
                1,
                edits.get(0)
                        .getAsJsonObject()
                        .get("newText")
                        .getAsString()
                        .lines()
                        .count());
    }

    @Test
    void theFilesOfSystemdAreVerified() throws IOException {
        String unit = "web.service";
        editor.open(unit, "[Service]\nExecStart=/bin/true\nRestart=allways\n");
        List<JsonObject> shown = editor.checked(unit);
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().get("message").getAsString().contains("allways"), shown::toString);
    }

    @Test
    void findingsOfAClosedFleetAreTakenBack() throws IOException {
        editor.open(WEB);
        editor.replace(WEB, "memory { limit", "memory { limitt");
        editor.checked(WEB);
        editor.notify("textDocument/didClose", "{\"textDocument\":{\"uri\":\"" + editor.uri(WEB) + "\"}}");
        assertEquals(List.of(), editor.checked(WEB));
    }

    @Test
    void positionsCountUtf16CodeUnits() throws IOException {
        editor.open(WEB);
        editor.replace(WEB, "memory { limit", "env { A = \"\uD83D\uDE00\" }; memory { limitt");
        JsonObject start =
                editor.checked(WEB).getFirst().getAsJsonObject("range").getAsJsonObject("start");
        assertEquals(editor.position(WEB, editor.text(WEB).indexOf("limitt")), start.toString());
    }

    @Test
    void theExitCodeSaysWhetherTheEditorAskedForTheEnd() throws IOException {
        assertEquals(0, editor.end());
        EditorClient other = new EditorClient(fleet, Optional.empty());
        other.initialize("null");
        other.close();
        assertEquals(1, other.ended());
    }
}
