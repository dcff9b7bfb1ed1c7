import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Generates the enum {@code Code} from the front matter of the pages in {@code stdlib/codes}, so that a code is
 * declared once.
 */
final class GenerateCodes {
    private static final String PACKAGE = "io.bitbuilder.core.diagnostic";
    private static final Set<String> KEYS =
            Set.of("name", "severity", "title", "effect", "causes", "follows", "yields-to");

    private GenerateCodes() {}

    /** Takes the folder of the pages and the root of the generated sources. */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1], PACKAGE.replace('.', '/'), "Code.java");
        String source = source(pages(Path.of(args[0])));
        if (Files.exists(target) && Files.readString(target).equals(source)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.writeString(target, source);
    }

    private static Map<String, Map<String, String>> pages(Path folder) throws IOException {
        Map<String, Map<String, String>> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                pages.put(file.getFileName().toString().replace(".md", ""), frontMatter(file));
            }
        }
        Map<String, String> names = new HashMap<>();
        pages.forEach((id, page) -> {
            String other = names.put(page.get("name"), id);
            if (other != null) {
                throw new IllegalStateException("duplicate name " + page.get("name") + " of " + other + " and " + id);
            }
        });
        return pages;
    }

    private static Map<String, String> frontMatter(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        if (!lines.get(0).equals("---") || end == 0) {
            throw new IllegalStateException(file + ": missing front matter");
        }
        Map<String, String> values = new HashMap<>();
        for (String line : lines.subList(1, end)) {
            String[] parts = line.split(": ", 2);
            if (parts.length != 2 || !KEYS.contains(parts[0]) || values.put(parts[0], parts[1].strip()) != null) {
                throw new IllegalStateException(file + ": invalid or duplicate line in front matter: " + line);
            }
        }
        for (String key : List.of("name", "severity", "title")) {
            if (!values.containsKey(key)) {
                throw new IllegalStateException(file + ": missing " + key + " in front matter");
            }
        }
        return values;
    }

    private static String source(Map<String, Map<String, String>> pages) {
        List<String> constants = new ArrayList<>();
        pages.forEach((id, page) -> constants.add(constant(id, page)));
        return """
                package %s;

                import java.util.List;
                import java.util.Optional;
                import java.util.stream.Stream;

                /**
                 * Every finding of bbc: a name for code, an id of three letters and three digits for people. Generated
                 * from the front matter of the pages in {@code stdlib/codes}, which have a wrong and a right example
                 * that the tests compile.
                 */
                public enum Code {
                %s;

                    private final String id;
                    private final Severity severity;
                    private final String title;
                    private final Optional<Effect> effect;
                    private final Optional<InputDamage> causes;
                    private final Optional<InputDamage> follows;
                    private final List<String> yieldsTo;

                    Code(
                            String id,
                            Severity severity,
                            String title,
                            Optional<Effect> effect,
                            Optional<InputDamage> causes,
                            Optional<InputDamage> follows,
                            List<String> yieldsTo) {
                        this.id = id;
                        this.severity = severity;
                        this.title = title;
                        this.effect = effect;
                        this.causes = causes;
                        this.follows = follows;
                        this.yieldsTo = yieldsTo;
                    }

                    /** Returns the id that people see and search for, such as {@code NET004}. */
                    public String id() {
                        return id;
                    }

                    /** Returns the code with that id, in upper case. */
                    public static Optional<Code> withId(String id) {
                        return Stream.of(values()).filter(c -> c.id.equals(id)).findFirst();
                    }

                    /** Returns the letters of the id, such as {@code NET}. */
                    public String family() {
                        return id.substring(0, 3);
                    }

                    /** Returns the severity of every finding with this code. */
                    public Severity severity() {
                        return severity;
                    }

                    /** Returns the subject in a few words, without values, in lower case and without a full stop. */
                    public String title() {
                        return title;
                    }

                    /** Returns the reaction of systemd to the line, section or file; empty for other files. */
                    public Optional<Effect> effect() {
                        return effect;
                    }

                    /** Returns how much of the input the mistake leaves unread; empty for most codes. */
                    public Optional<InputDamage> causes() {
                        return causes;
                    }

                    /** Returns the least damage that the finding may be a mere consequence of; empty for most codes. */
                    public Optional<InputDamage> follows() {
                        return follows;
                    }

                    /** Returns whether the finding is not reported where the other one is: it names the cause. */
                    public boolean yieldsTo(Code other) {
                        return yieldsTo.contains(other.id);
                    }

                    /** Returns whether there are such codes. */
                    public boolean yields() {
                        return !yieldsTo.isEmpty();
                    }

                    /** Returns the id. */
                    @Override
                    public String toString() {
                        return id;
                    }
                }
                """.formatted(PACKAGE, String.join(",\n", constants));
    }

    private static String constant(String id, Map<String, String> page) {
        return "    /** %s. */\n    %s(\"%s\", Severity.%s, \"%s\", %s, %s, %s, %s)"
                .formatted(
                        page.get("title").replace("*/", "*&#47;"),
                        page.get("name"),
                        id,
                        constantName(page.get("severity")),
                        page.get("title").replace("\\", "\\\\").replace("\"", "\\\""),
                        optional("Effect", page.get("effect")),
                        optional("InputDamage", page.get("causes")),
                        optional("InputDamage", page.get("follows")),
                        list(page.get("yields-to")));
    }

    private static String list(String ids) {
        return ids == null ? "List.of()" : "List.of(\"" + ids.replace(" ", "\", \"") + "\")";
    }

    private static String optional(String type, String words) {
        return words == null ? "Optional.empty()" : "Optional.of(" + type + "." + constantName(words) + ")";
    }

    private static String constantName(String words) {
        return words.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
