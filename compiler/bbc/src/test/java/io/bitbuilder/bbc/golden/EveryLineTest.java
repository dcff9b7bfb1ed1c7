package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.explain.Explainer;
import io.bitbuilder.bbc.explain.FieldAccount;
import io.bitbuilder.bbc.explain.LineAccount;
import io.bitbuilder.bbc.explain.LineSource;
import io.bitbuilder.bbc.explain.OutputLine;
import io.bitbuilder.bbc.tree.TreeFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every example's tree has an answer, and no directive is taken for layout. */
class EveryLineTest {
    static Stream<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyLineHasASource(Example example) {
        Explainer explainer = Explainer.of(example.compilation());
        List<String> wrong = new ArrayList<>();
        for (TreeFile file : example.tree().files()) {
            List<String> lines = Explainer.lines(file.bytes());
            for (int line = 1; line <= lines.size(); line++) {
                LineSource source = explainer.line(file.path(), line).source();
                boolean directive = lines.get(line - 1).matches("[A-Za-z0-9-]+=.*");
                if (directive && (source instanceof LineSource.Layout || source instanceof LineSource.Header)) {
                    wrong.add(file.path() + ":" + line + " " + lines.get(line - 1) + " " + source);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A line of a manifest that names a field is among the lines of that field. */
    @ParameterizedTest
    @MethodSource("examples")
    void manifestsAndFieldsAgree(Example example) {
        Explainer explainer = Explainer.of(example.compilation());
        Map<FieldAccount, Set<OutputLine>> ofFields = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (TreeFile file : example.tree().files()) {
            int lines = file.path().endsWith(".json")
                    ? Explainer.lines(file.bytes()).size()
                    : 0;
            for (int line = 1; line <= lines; line++) {
                LineAccount account = explainer.line(file.path(), line);
                boolean member = account.line().text().contains("\": ");
                if (member
                        && account.source() instanceof LineSource.OfField(FieldAccount field)
                        && !ofFields.computeIfAbsent(
                                        field,
                                        f -> explainer.linesOf(f).stream()
                                                .flatMap(part -> part.lines().stream())
                                                .collect(Collectors.toSet()))
                                .contains(account.line())) {
                    wrong.add(account.toString());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Arguments follow a line that ends with a backslash; a block alone says nothing about the argument. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyArgumentHasAFieldOrAReason(Example example) {
        Explainer explainer = Explainer.of(example.compilation());
        List<String> wrong = new ArrayList<>();
        for (TreeFile file : example.tree().files()) {
            List<String> lines = file.path().endsWith(".conf") ? Explainer.lines(file.bytes()) : List.of();
            for (int line = 2; line <= lines.size(); line++) {
                LineAccount account = explainer.line(file.path(), line);
                boolean explained = account.how().isPresent()
                        || account.source() instanceof LineSource.OfField
                        || account.source() instanceof LineSource.Fixed;
                if (lines.get(line - 2).endsWith(" \\") && !explained) {
                    wrong.add(file.path() + ":" + line + " " + lines.get(line - 1) + " " + account.source());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
