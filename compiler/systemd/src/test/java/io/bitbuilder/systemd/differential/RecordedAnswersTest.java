package io.bitbuilder.systemd.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The grammars and systemd's recorded answers ({@code differential/answers-262.tsv}, see {@link Answers}): equal about
 * each value, except those that {@code differential/accepted-answers.tsv} names.
 */
class RecordedAnswersTest {
    @Test
    void grammarsAgreeWithRecordedAnswers() {
        Generator generator = new Generator(0, Corpus.own(), Catalogue.load());
        Judge judge = new Judge(Catalogue.NEWEST);
        List<String> different = new ArrayList<>();
        for (String row : TestResource.text("answers-262.tsv").lines().skip(1).toList()) {
            Answers.Answer answer = Answers.Answer.of(row);
            Sample sample = generator.line(answer.type(), "d0", answer.section(), answer.key(), answer.value());
            SampleView view = judge.view(sample);
            if (answer.bad() != view.lines().containsKey(Answers.lineOf(sample, answer))) {
                different.add(row);
            }
        }
        assertEquals(
                String.join(
                        "\n",
                        new TreeSet<>(TestResource.text("accepted-answers.tsv")
                                .lines()
                                .skip(1)
                                .toList())),
                String.join("\n", new TreeSet<>(different)));
    }
}
