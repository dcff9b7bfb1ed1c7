package io.bitbuilder.systemd.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sorts the log of a program by the files that it speaks about. The programs log with
 * {@code SYSTEMD_LOG_TARGET=console-prefixed}, so that each line begins with its priority, as syslog(3) has it. A line
 * names its file by path and line, by path alone, or by the name of a unit; a line that names none belongs to the file
 * that was read before the next mark.
 */
final class ToolLog {
    /** Environment of every oracle program. */
    static final String ENVIRONMENT =
            "export SYSTEMD_LOG_TARGET=console-prefixed SYSTEMD_LOG_LOCATION=0 SYSTEMD_EMOJI=0\n";
    /** Prefix of a line that names the next file to be read. */
    static final String BEFORE = "@@ ";
    /** Key in a file of the oracle's own whose complaint shows that the file before it was read. */
    static final String MARK = "BbcMark";

    private static final Pattern PRIORITY = Pattern.compile("<(\\d+)>(.*)", Pattern.DOTALL);
    private static final Pattern POSITION = Pattern.compile("^([^:\\s]+):(\\d+): (.*)$", Pattern.DOTALL);
    private static final Pattern LATER_POSITION = Pattern.compile("(?:from|at|in|on) line (\\d+)");
    private static final Pattern WORD = Pattern.compile("[^\\s\"',;()]+");
    /** Priorities of syslog: 0 to 4 are warnings and worse, 5 is a notice, 6 an information. */
    private static final int WARNING = 4;

    private static final int INFORMATION = 6;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> marks = new HashMap<>();
    private final SortedMap<String, Set<OracleComplaint>> found = new TreeMap<>();
    private final Set<String> marked = new LinkedHashSet<>();
    private final List<String> strays = new ArrayList<>();
    private final Pattern noise;

    /**
     * @param files paths below {@code etc} of the files passed to the program
     * @param noise lines that do not concern the files
     */
    ToolLog(Collection<String> files, Pattern noise) {
        this.noise = noise;
        for (String file : files) {
            found.put(file, new LinkedHashSet<>());
            called("/etc/" + file, file);
        }
    }

    /** Makes another name of a file known: a path that it was copied to, the name of a unit. */
    void called(String name, String file) {
        names.put(name, file);
    }

    /**
     * Makes the path of a file of the oracle's own known that is read right after a file, and holds a line with
     * {@link #MARK}.
     */
    void marks(String mark, String file) {
        marks.put(mark, file);
    }

    /** Files whose reading was followed by a mark. */
    Set<String> marked() {
        return marked;
    }

    Judgement judgement() {
        SortedMap<String, List<OracleComplaint>> files = new TreeMap<>();
        found.forEach((file, complaints) -> files.put(file, List.copyOf(complaints)));
        return new Judgement(files, strays);
    }

    /** Reads a log from its beginning. */
    void read(Iterable<String> lines) {
        Optional<String> current = Optional.empty();
        List<String> waiting = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(BEFORE)) {
                settle(waiting, current);
                current = Optional.of(line.substring(BEFORE.length()));
                marked.addAll(current.stream().toList());
                continue;
            }
            Optional<String> mark = mark(line);
            if (mark.isPresent()) {
                settle(waiting, mark);
                marked.add(mark.get());
            } else {
                message(line)
                        .filter(text -> !placed(text))
                        .filter(text -> worth(line, text))
                        .ifPresent(waiting::add);
            }
        }
        settle(waiting, current);
    }

    private void settle(List<String> waiting, Optional<String> file) {
        for (String text : waiting) {
            if (file.isPresent() && found.containsKey(file.get())) {
                found.get(file.get()).add(OracleComplaint.of(0, text));
            } else {
                strays.add(text);
            }
        }
        waiting.clear();
    }

    private Optional<String> mark(String line) {
        Matcher position = POSITION.matcher(line.substring(line.indexOf('>') + 1));
        return position.matches() ? Optional.ofNullable(marks.get(position.group(1))) : Optional.empty();
    }

    private Optional<String> message(String line) {
        Matcher matcher = PRIORITY.matcher(line);
        String text = matcher.matches() ? matcher.group(2) : line;
        int priority = matcher.matches() ? Integer.parseInt(matcher.group(1)) % 8 : WARNING;
        return priority > INFORMATION || text.isBlank() || noise.matcher(text).find()
                ? Optional.empty()
                : Optional.of(text);
    }

    private static boolean worth(String line, String text) {
        Matcher matcher = PRIORITY.matcher(line);
        return !text.isBlank() && matcher.matches() && Integer.parseInt(matcher.group(1)) % 8 < INFORMATION;
    }

    private boolean placed(String text) {
        Matcher position = POSITION.matcher(text);
        if (position.matches()) {
            Optional<String> file = Optional.ofNullable(names.get(position.group(1)));
            file.ifPresent(name ->
                    found.get(name).add(OracleComplaint.of(Integer.parseInt(position.group(2)), position.group(3))));
            return true; // with a position in no file of ours, it is about a file of the distribution
        }
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            String name = word.group().replaceFirst("[.:]+$", "");
            if (names.containsKey(name)) {
                int line = LATER_POSITION
                        .matcher(text)
                        .results()
                        .mapToInt(place -> Integer.parseInt(place.group(1)))
                        .reduce(0, (first, last) -> last);
                found.get(names.get(name)).add(OracleComplaint.of(line, text));
                return true;
            }
        }
        return false;
    }
}
