package io.bitbuilder.systemd.differential;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Goals of the agreement, and the known disagreements, from {@code differential/goals.tsv} and
 * {@code differential/accepted.tsv}.
 */
final class Agreement {
    private static final String ALL = "*";

    private Agreement() {}

    /**
     * Goal of a type.
     *
     * @param verdicts least share of files with the same verdict, in percent
     * @param lines least share of line numbers that both sides name, in percent
     */
    record Goal(double verdicts, double lines) {}

    /**
     * A disagreement that stays, with an example that shows it.
     *
     * @param section section of the example; empty in tables
     * @param key its key
     * @param value its value
     * @param reason why it stays
     */
    record Accepted(FileType type, String section, String key, String value, Disagreement.Side side, String reason) {

        /** Its row in the table of {@code docs/verify.md}. */
        String row() {
            String who = side == Disagreement.Side.SYSTEMD_ONLY ? "systemd" : "bbc";
            return "| " + type.label() + " | `" + key + "=" + value + "` | " + who + " | " + reason + " |";
        }
    }

    /** Goals by type; a type without a row has that of {@code *}. */
    static Map<FileType, Goal> goals() {
        Map<FileType, Goal> goals = new EnumMap<>(FileType.class);
        for (String[] row : rows("goals.tsv")) {
            Goal goal = new Goal(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
            for (FileType type : FileType.values()) {
                if (row[0].equals(type.label()) || row[0].equals(ALL)) {
                    goals.put(type, goal);
                }
            }
        }
        return goals;
    }

    static List<Accepted> accepted() {
        List<Accepted> accepted = new ArrayList<>();
        for (String[] row : rows("accepted.tsv")) {
            accepted.add(new Accepted(type(row[0]), row[1], row[2], row[3], Disagreement.Side.valueOf(row[4]), row[5]));
        }
        return accepted;
    }

    /** The type of that label. */
    static FileType type(String label) {
        for (FileType type : FileType.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type of files is called " + label);
    }

    private static List<String[]> rows(String name) {
        return TestResource.text(name)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
