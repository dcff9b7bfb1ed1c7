package io.bitbuilder.systemd.differential;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * Both views of one sample. A complaint of systemd without a line number has no place to compare, but bbc may report
 * one: for each such complaint one line of bbc is ignored.
 *
 * @param systemd complaints of its program
 * @param bbc complaints of systemd as {@code bbc verify} predicts them
 */
record SampleComparison(Sample sample, SampleView systemd, SampleView bbc) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern QUOTED = Pattern.compile("'.*?'|\".*?\"");
    private static final Pattern ASSIGNED = Pattern.compile("=.*?, ignoring");
    private static final int WORDS = 60;

    boolean sameVerdict() {
        return systemd.complains()
                        == (bbc.unplaced() > 0
                                || !systemd.passedOver().containsAll(bbc.lines().keySet()))
                || systemd.complains() && bbc.complains();
    }

    /** Lines that only systemd names. */
    SortedSet<Integer> missed() {
        return systemd.beyond(bbc);
    }

    /** Lines that only bbc names. */
    SortedSet<Integer> invented() {
        SortedSet<Integer> invented = bbc.beyond(systemd);
        Iterator<Integer> passed = invented.iterator();
        for (int n = 0; n < systemd.unplaced() && passed.hasNext(); n++) {
            passed.next();
            passed.remove();
        }
        return invented;
    }

    /** Lines that either names. */
    int lines() {
        return systemd.lines().size() + invented().size();
    }

    /** Lines that both name. */
    int sameLines() {
        return systemd.lines().size() - missed().size();
    }

    /** Returns their disagreements, one per line. */
    List<Disagreement> disagreements() {
        List<Disagreement> all = new ArrayList<>();
        missed().forEach(line -> all.add(disagreement(
                Disagreement.Side.SYSTEMD_ONLY, line, systemd.lines().get(line))));
        invented()
                .forEach(line -> all.add(disagreement(
                        Disagreement.Side.BBC_ONLY, line, bbc.lines().get(line))));
        if (all.isEmpty() && !sameVerdict()) {
            all.add(
                    systemd.complains()
                            ? disagreement(Disagreement.Side.SYSTEMD_ONLY, 0, systemd.words())
                            : disagreement(Disagreement.Side.BBC_ONLY, 0, bbc.words()));
        }
        return all;
    }

    private Disagreement disagreement(Disagreement.Side side, int line, String words) {
        return new Disagreement(
                sample.type(), sample.subject(line), side, shape(words, sample.line(line)), this, line, words);
    }

    /** The words without the values in them, so that equal complaints are one group. */
    private static String shape(String words, String line) {
        String value = line.substring(line.indexOf('=') + 1).strip();
        String shape = value.length() > 1 ? words.replace(value, "…") : words;
        shape = QUOTED.matcher(shape).replaceAll("'…'");
        shape = ASSIGNED.matcher(shape).replaceAll("=…, ignoring");
        shape = NUMBER.matcher(shape).replaceAll("N");
        return shape.length() > WORDS ? shape.substring(0, WORDS) : shape;
    }
}
