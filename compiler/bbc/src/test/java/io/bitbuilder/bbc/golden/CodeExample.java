package io.bitbuilder.bbc.golden;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An example of a code's page: the fenced block of a section. A line {@code --- path} begins a file; lines before the
 * first one are {@code tenants/acme/tenant.bbc}, or {@code metadata.json} next to it. In a block of {@code bytes},
 * {@code \xNN} is a byte. When no file is the platform's, a small platform is added. A block of {@code systemd} holds a
 * tree of systemd's files, for its newest release or the one named after that word; every file of it needs its
 * {@code --- path}.
 */
record CodeExample(String language, String text) {
    private static final String PLATFORM = """
            platform example {
              host node-a { cpu = 16; memory = 64GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              image debian-vm { source = raw("/var/lib/machines/debian.raw") }
            }
            """;

    /** Tenants in JSON do not name an image: the platform has a default. */
    private static final String DEFAULTS = """
            platform example {
              defaults container { image = debian }
              defaults machine { image = debian-vm }
            }
            """;

    private static final String TREE = "systemd";

    /** The first fenced block of a section. */
    static Optional<CodeExample> of(String section) {
        int open = section.indexOf("```");
        int line = section.indexOf('\n', open);
        int close = open < 0 ? -1 : section.indexOf("\n```", line);
        return close < 0
                ? Optional.empty()
                : Optional.of(
                        new CodeExample(section.substring(open + 3, line), section.substring(line + 1, close + 1)));
    }

    /** False for a block that only shows something, such as a command. */
    boolean isInput() {
        return isTree() || List.of("bbc", "json", "bytes").contains(language);
    }

    /** True when systemd would read the files, not the compiler. */
    boolean isTree() {
        return language.equals(TREE) || language.startsWith(TREE + " ");
    }

    /** All findings about the files. */
    List<Finding> check() {
        if (!isTree()) {
            return CheckRun.files(files());
        }
        String release = language.substring(TREE.length()).strip();
        return CheckRun.tree(files(), release.isEmpty() ? Catalogue.NEWEST : Integer.parseInt(release));
    }

    private List<RawFile> files() {
        List<RawFile> files = new ArrayList<>();
        String path = "tenants/acme/" + (language.equals("json") ? "metadata.json" : "tenant.bbc");
        StringBuilder content = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("--- ")) {
                add(files, path, content);
                path = line.substring(4);
                content.setLength(0);
            } else {
                content.append(line).append('\n');
            }
        }
        add(files, path, content);
        if (!isTree() && files.stream().noneMatch(f -> f.path().startsWith("platform/"))) {
            files.add(new RawFile("platform/platform.bbc", PLATFORM.getBytes(StandardCharsets.UTF_8)));
            if (language.equals("json")) {
                files.add(new RawFile("platform/defaults.bbc", DEFAULTS.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    private void add(List<RawFile> files, String path, StringBuilder content) {
        if (!content.isEmpty()) {
            files.add(new RawFile(
                    path,
                    language.equals("bytes")
                            ? bytes(content.toString())
                            : content.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
