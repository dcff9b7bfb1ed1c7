package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path FOLDER = Repository.path("stdlib/templates");
    private static final Pattern DIRECTIVE = Pattern.compile("#\\{?([a-zA-Z@]+)");
    private static final Set<String> ALLOWED = Set.of("if", "else", "foreach", "end");

    private static final Set<Class<?>> SINKS =
            Set.of(Word.class, NftWord.class, NftRule.class, NftView.BlockView.class);

    @Test
    void templatesUseOnlyConditionsAndLoops() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            DIRECTIVE
                    .matcher(text)
                    .results()
                    .map(r -> r.group(1))
                    .forEach(word -> assertTrue(ALLOWED.contains(word), template + " uses #" + word));
            Pattern.compile("#if\\((.*)\\)")
                    .matcher(text)
                    .results()
                    .forEach(r ->
                            assertTrue(r.group(1).matches("\\$[A-Za-z0-9.]+"), template + " decides: " + r.group()));
        }
    }

    @Test
    void everyTemplateIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        ArtefactKind.all().forEach(kind -> kind.template().ifPresent(used::add));
        assertEquals(
                used,
                templates().stream()
                        .map(p -> p.getFileName().toString().replaceAll("\\.vm$", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noStringReachesATemplate() {
        for (Class<?> view : List.of(NftView.class, NftView.BlockView.class)) {
            for (Method method : view.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    assertTrue(SINKS.contains(element(method.getGenericReturnType())), method.toString());
                }
            }
        }
    }

    @Test
    void anUnknownNameIsAFault() {
        Templates templates = new Templates();
        assertThrows(InternalFault.class, () -> templates.merge("table", Map.of("banner", Banner.tenant("a"))));
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
