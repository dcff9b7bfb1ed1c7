package io.bitbuilder.bbc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.bitbuilder.bbc.syntax.Keywords;
import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.object.FileKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of {@code editors/} name the words of the grammar, and no registry. */
class EditorFilesTest {
    private static final Path EDITORS = Repository.path("editors");
    private static final List<String> RESERVED =
            List.of("keyword.control.bbc", "constant.language.bbc", "variable.language.bbc");

    @Test
    void textMateColoursTheWordsOfTheGrammar() throws IOException {
        Map<String, Pattern> patterns = patterns();
        List<String> reserved = new ArrayList<>();
        RESERVED.forEach(name -> reserved.addAll(alternatives(patterns.get(name).pattern())));
        assertEquals(new TreeSet<>(Keywords.reserved()), new TreeSet<>(reserved));
        assertEquals(
                new TreeSet<>(Keywords.contextual()),
                new TreeSet<>(alternatives(patterns.get("keyword.other.bbc").pattern())));
    }

    @Test
    void textMateColoursValuesByTheirNotation() throws IOException {
        Pattern number = patterns().get("constant.numeric.bbc");
        for (String value : List.of(
                "12",
                "1.5",
                "90%",
                "2GiB",
                "30min",
                "10.70.4.0/24",
                "192.0.2.1",
                "02:00:5e:10:00:07",
                "fd00::1/64",
                "2027-01-31",
                "sha256:abc")) {
            Matcher found = number.matcher(value);
            assertTrue(found.find() && found.start() == 0, value);
        }
        assertFalse(number.matcher("node-a").find());
        assertFalse(patterns().get("keyword.control.bbc").matcher("in-use").find());
    }

    @Test
    void vimColoursTheWordsOfTheGrammar() throws IOException {
        String syntax = Files.readString(EDITORS.resolve("vim/syntax/bbc.vim"));
        List<String> reserved = new ArrayList<>();
        for (String group : List.of("bbcReserved", "bbcConstant", "bbcScope")) {
            Matcher line = Pattern.compile("syn keyword " + group + " (.*)").matcher(syntax);
            assertTrue(line.find(), group);
            reserved.addAll(List.of(line.group(1).split(" ")));
        }
        assertEquals(new TreeSet<>(Keywords.reserved()), new TreeSet<>(reserved));
        Matcher contextual = Pattern.compile("syn match bbcContextual \"[^\"]*?%\\(([^\"]*?)\\\\\\)")
                .matcher(syntax);
        assertTrue(contextual.find());
        assertEquals(
                new TreeSet<>(Keywords.contextual()),
                new TreeSet<>(List.of(contextual.group(1).split("\\\\\\|"))));
    }

    @Test
    void typesOfFilesAreThoseOfSystemd() throws IOException {
        JsonArray languages = JsonParser.parseString(Files.readString(EDITORS.resolve("vscode/package.json")))
                .getAsJsonObject()
                .getAsJsonObject("contributes")
                .getAsJsonArray("languages");
        String helix = Files.readString(EDITORS.resolve("helix/languages.toml"));
        String vim = Files.readString(EDITORS.resolve("vim/lua/bbc.lua"));
        for (JsonElement extension : languages.get(1).getAsJsonObject().getAsJsonArray("extensions")) {
            String name = extension.getAsString();
            assertTrue(FileKinds.of("a" + name).isPresent(), name);
            assertTrue(helix.contains("\"" + name.substring(1) + "\""), name);
            assertTrue(vim.contains("\"*" + name + "\""), name);
        }
    }

    @Test
    void theLockOfVsCodeNamesNoRegistry() throws IOException {
        JsonObject packages = JsonParser.parseString(Files.readString(EDITORS.resolve("vscode/package-lock.json")))
                .getAsJsonObject()
                .getAsJsonObject("packages");
        packages.entrySet().forEach(entry -> {
            JsonObject one = entry.getValue().getAsJsonObject();
            assertFalse(one.has("resolved"), entry.getKey());
            assertTrue(entry.getKey().isEmpty() || one.has("integrity"), entry.getKey());
        });
    }

    private static Map<String, Pattern> patterns() throws IOException {
        Map<String, Pattern> all = new TreeMap<>();
        JsonObject repository = JsonParser.parseString(
                        Files.readString(EDITORS.resolve("vscode/syntaxes/bbc.tmLanguage.json")))
                .getAsJsonObject()
                .getAsJsonObject("repository");
        for (JsonElement pattern : repository.getAsJsonObject("value").getAsJsonArray("patterns")) {
            JsonObject one = pattern.getAsJsonObject();
            if (one.has("match")) {
                all.put(
                        one.get("name").getAsString(),
                        Pattern.compile(one.get("match").getAsString()));
            }
        }
        return all;
    }

    /** Returns the words of the one list of words in a pattern. */
    private static List<String> alternatives(String pattern) {
        Matcher words = Pattern.compile("\\(\\?:([a-z|]+)\\)").matcher(pattern);
        assertTrue(words.find(), pattern);
        return List.of(words.group(1).split("\\|"));
    }
}
