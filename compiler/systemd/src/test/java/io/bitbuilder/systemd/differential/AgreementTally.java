package io.bitbuilder.systemd.differential;

import java.util.List;
import java.util.Locale;

/**
 * How often both sides agree about files of a type.
 *
 * @param files compared
 * @param verdicts files about which both say something, or neither
 * @param lines line numbers that either side names
 * @param sameLines line numbers that both name
 */
record AgreementTally(int files, int verdicts, int lines, int sameLines) {
    static final String HEADER =
            String.format(Locale.ROOT, "%-14s %7s %10s %8s %8s%n", "type", "files", "verdicts", "lines", "agreed");

    static AgreementTally of(List<SampleComparison> comparisons) {
        return new AgreementTally(
                comparisons.size(),
                (int) comparisons.stream().filter(SampleComparison::sameVerdict).count(),
                comparisons.stream().mapToInt(SampleComparison::lines).sum(),
                comparisons.stream().mapToInt(SampleComparison::sameLines).sum());
    }

    AgreementTally plus(AgreementTally other) {
        return new AgreementTally(
                files + other.files, verdicts + other.verdicts, lines + other.lines, sameLines + other.sameLines);
    }

    /** Share of equal verdicts, in percent; 100 of no files. */
    double verdictPercent() {
        return files == 0 ? 100 : 100.0 * verdicts / files;
    }

    /** Share of equal line numbers, in percent; 100 of no lines. */
    double linePercent() {
        return lines == 0 ? 100 : 100.0 * sameLines / lines;
    }

    String row(String name) {
        return String.format(
                Locale.ROOT, "%-14s %7d %9.2f%% %8d %7.2f%%%n", name, files, verdictPercent(), lines, linePercent());
    }
}
