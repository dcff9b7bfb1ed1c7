package io.bitbuilder.bbc.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * The merge rule against a model that knows only sets: writers, their uses, and their writes. Writer 0 is the block, 1
 * to 5 are profiles that use only later ones, 6 is the platform's defaults.
 */
class MergeLawsTest {
    private static final int DEFAULTS = 6;

    /** Writes by writer; -1 is none. */
    private record Case(boolean[][] uses, long[] tasks, long[] pinned, boolean[] pinAdds) {
        static Case of(Random random) {
            Case c = new Case(new boolean[7][7], new long[7], new long[7], new boolean[7]);
            for (int i = 0; i < 7; i++) {
                c.tasks[i] = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : -1;
                c.pinned[i] = random.nextInt(2) == 0 ? random.nextInt(4) : -1;
                c.pinAdds[i] = random.nextInt(3) > 0;
                for (int j = 1; j < DEFAULTS; j++) {
                    c.uses[i][j] = (j > i || i == DEFAULTS) && random.nextInt(3) == 0;
                }
            }
            return c;
        }

        boolean reaches(int from, int to) {
            for (int i = 1; i < DEFAULTS; i++) {
                if (uses[from][i] && (i == to || reaches(i, to))) {
                    return true;
                }
            }
            return false;
        }

        boolean isAbove(int writer) {
            return writer == 0 || reaches(0, writer);
        }

        boolean isThere(int writer) {
            return isAbove(writer) || writer == DEFAULTS || reaches(DEFAULTS, writer);
        }

        boolean beats(int a, int b) {
            return isAbove(a) != isAbove(b) ? isAbove(a) : reaches(a, b);
        }

        /** Writers whose {@code =} is not overridden. */
        List<Integer> top(List<Integer> sets) {
            return sets.stream()
                    .filter(w -> sets.stream().noneMatch(o -> beats(o, w)))
                    .toList();
        }

        Optional<String> expectedTasks() {
            List<Integer> sets = writers().stream().filter(w -> tasks[w] > 0).toList();
            TreeSet<Long> values = new TreeSet<>();
            top(sets).forEach(w -> values.add(tasks[w]));
            return values.size() > 1
                    ? Optional.empty()
                    : Optional.of(values.isEmpty() ? "none" : values.first().toString());
        }

        Optional<String> expectedPin() {
            List<Integer> sets = writers().stream()
                    .filter(w -> pinned[w] >= 0 && !pinAdds[w])
                    .toList();
            TreeSet<Long> base = new TreeSet<>();
            top(sets).forEach(w -> base.add(pinned[w]));
            if (base.size() > 1) {
                return Optional.empty();
            }
            writers().stream()
                    .filter(w -> pinned[w] >= 0 && pinAdds[w] && sets.stream().noneMatch(s -> beats(s, w)))
                    .forEach(w -> base.add(pinned[w]));
            return Optional.of(base.toString());
        }

        private List<Integer> writers() {
            List<Integer> all = new ArrayList<>();
            for (int w = 0; w <= DEFAULTS; w++) {
                if (isThere(w)) {
                    all.add(w);
                }
            }
            return all;
        }

        String body(int writer, Random order) {
            List<String> stmts = new ArrayList<>();
            for (int j = 1; j < DEFAULTS; j++) {
                if (uses[writer][j]) {
                    stmts.add("use p" + j);
                }
            }
            if (tasks[writer] > 0) {
                stmts.add("tasks = " + tasks[writer]);
            }
            if (pinned[writer] >= 0) {
                stmts.add("cpu { pin " + (pinAdds[writer] ? "+=" : "=") + " [" + pinned[writer] + "] }");
            }
            Collections.shuffle(stmts, order);
            return "{ " + String.join("; ", stmts) + " }";
        }
    }

    private static Block compile(Case c, Random order) {
        List<String> decls = new ArrayList<>();
        for (int i = 1; i < DEFAULTS; i++) {
            decls.add("profile p" + i + " for container " + c.body(i, order));
        }
        decls.add("platform here { defaults container " + c.body(DEFAULTS, order) + " }");
        Collections.shuffle(decls, order);
        TestProgram program = new TestProgram()
                .platform(String.join("\n", decls))
                .acme("tenant acme { container web " + c.body(0, order) + " }");
        return program.program().tenants().getFirst().blocks("container").getFirst();
    }

    private static String shown(Block block, String field) {
        Value value = block.stated(field);
        return value instanceof Value.None ? "none" : ValueFormatter.text(value);
    }

    @Property(tries = 300)
    void theResultFollowsFromWritersAndUsesAlone(@ForAll @IntRange(min = 0) int seed) {
        Case c = Case.of(new Random(seed));
        for (int order = 0; order < 2; order++) {
            Block web = compile(c, new Random(seed + order));
            assertEquals(c.expectedTasks().orElse("error"), shown(web, "tasks"));
            assertEquals(c.expectedPin().orElse("error"), shown(web, "cpu.pin"));
        }
    }
}
