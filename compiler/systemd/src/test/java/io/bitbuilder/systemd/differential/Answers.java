package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.oracle.OracleRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records the verdicts of systemd on single values, in a table for a test without the oracles: a dozen values for one
 * directive of each parser and flag. Its one argument is the file to write.
 */
final class Answers {
    private static final int OF_EACH = 16;
    private static final String HEADER = "type\tsection\tkey\tvalue\tanswer\n";

    private Answers() {}

    /**
     * A value and the verdict of systemd.
     *
     * @param value one byte per character
     * @param bad true when it complains about that line, false when it does not complain about the file
     */
    record Answer(FileType type, String section, String key, String value, boolean bad) {

        static Answer of(String row) {
            String[] columns = row.split("\t", -1);
            return new Answer(
                    Agreement.type(columns[0]),
                    columns[1],
                    columns[2],
                    TestResource.bytes(columns[3]),
                    columns[4].equals("bad"));
        }

        String row() {
            return String.join("\t", type.label(), section, key, TestResource.characters(value), bad ? "bad" : "good")
                    + "\n";
        }
    }

    static void main(String[] arguments) throws IOException {
        OracleRoot root = OracleRoot.made();
        Catalogue catalogue = Catalogue.load();
        Generator generator = new Generator(0, Corpus.own(), catalogue);
        SampleRunner bench = new SampleRunner(root, Catalogue.NEWEST);
        StringBuilder table = new StringBuilder(HEADER);
        Set<String> parsers = new HashSet<>();
        for (FileType type : FileType.values()) {
            List<Answer> asked = questions(type, catalogue, generator, parsers);
            List<Sample> samples = new ArrayList<>();
            asked.forEach(one -> samples.add(
                    generator.line(type, Sample.id(samples.size()), one.section(), one.key(), one.value())));
            Map<String, SampleView> views = bench.views(samples);
            for (int n = 0; n < asked.size(); n++) {
                Answer one = asked.get(n);
                SampleView view = views.get(samples.get(n).path());
                boolean bad = view.lines().containsKey(lineOf(samples.get(n), one));
                if (bad || !view.complains() && view.passedOver().isEmpty()) {
                    table.append(new Answer(type, one.section(), one.key(), one.value(), bad).row());
                }
            }
        }
        Files.writeString(Path.of(arguments[0]), table.toString());
    }

    /** Number of the line that was put into the sample. */
    static int lineOf(Sample sample, Answer answer) {
        List<String> lines = List.of(sample.text().split("\n"));
        return lines.lastIndexOf(answer.key() + "=" + answer.value()) + 1;
    }

    private static List<Answer> questions(
            FileType type, Catalogue catalogue, Generator generator, Set<String> parsers) {
        Map<String, Directive> own = new TreeMap<>();
        for (String name : type.isTable() ? List.<String>of() : type.catalogued()) {
            for (String section : catalogue.sections(name)) {
                for (Directive directive : catalogue.directives(name, section).values()) {
                    String parser = directive.parser() + "\t" + directive.flags() + "\t" + directive.valueClass();
                    if (parsers.add(parser)) {
                        own.put(parser, directive);
                    }
                }
            }
        }
        List<Answer> questions = new ArrayList<>();
        for (Directive directive : own.values()) {
            SplittableRandom random = new SplittableRandom((directive.section() + directive.key()).hashCode());
            TreeSet<String> values = new TreeSet<>();
            for (int n = 0; n < OF_EACH; n++) {
                String value = generator.value(directive, random);
                // A table holds no control characters, no blanks at the ends, and only text.
                if (value.chars().noneMatch(c -> c < ' ')
                        && TestResource.bytes(TestResource.characters(value)).equals(value)
                        && value.strip().equals(value)
                        && !value.endsWith("\\")) {
                    values.add(value);
                }
            }
            values.forEach(
                    value -> questions.add(new Answer(type, directive.section(), directive.key(), value, false)));
        }
        return questions;
    }
}
