package io.bitbuilder.bbc.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random program of one container: the block itself, profiles with a parameter `n` that use later profiles, and the
 * defaults of the platform.
 */
record MergeCase(List<List<Stmt>> bodies) {
    static final int BLOCK = 0;
    static final int DEFAULTS = 6;
    static final List<String> VOLUMES = List.of("x", "y");

    /** Fields of the container, a kind of merge each. */
    enum Field {
        SINGLE("tasks"),
        SET("cpu.pin"),
        LIST("services.portable"),
        MAP("env");

        final String path;

        Field(String path) {
            this.path = path;
        }
    }

    /** Statement of a body. */
    sealed interface Stmt {
        /** {@code use pN(n = …)}; without a number the argument is the parameter of the using profile. */
        record Use(int profile, Optional<Integer> argument) implements Stmt {}

        /** Write of a field: numbers that stand for elements, entries or the value; 0 is {@code none}. */
        record Write(Field field, boolean isFinal, boolean adds, List<Integer> values) implements Stmt {}

        /** Write of one entry of the map. */
        record Entry(boolean isFinal, int key, int value) implements Stmt {}

        /** Opens a volume and writes its size, if it is not 0. */
        record Open(String volume, boolean isFinal, int size) implements Stmt {}

        /** Removes a volume. */
        record Remove(String volume) implements Stmt {}

        /** Statements under {@code n == value}; outside of profiles n is 0. */
        record When(int value, List<Stmt> then, List<Stmt> otherwise) implements Stmt {}
    }

    static MergeCase of(Random random) {
        List<List<Stmt>> bodies = new ArrayList<>();
        for (int body = 0; body <= DEFAULTS; body++) {
            bodies.add(statements(body, random.nextInt(5), true, random));
        }
        return new MergeCase(bodies);
    }

    private static List<Stmt> statements(int body, int count, boolean guards, Random random) {
        List<Stmt> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(statement(body, guards, random));
        }
        int first = body == DEFAULTS ? 1 : body + 1;
        for (int used = first; used < DEFAULTS; used++) {
            if (random.nextInt(guards ? 3 : 8) == 0) {
                boolean own = body != BLOCK && body != DEFAULTS && random.nextBoolean();
                found.add(new Stmt.Use(used, own ? Optional.empty() : Optional.of(random.nextInt(4) / 3)));
            }
        }
        return found;
    }

    private static Stmt statement(int body, boolean guards, Random random) {
        boolean isFinal = random.nextInt(8) == 0;
        return switch (random.nextInt(guards ? 9 : 8)) {
            case 0, 1, 2, 3 -> write(Field.values()[random.nextInt(4)], isFinal, random);
            case 4, 5 -> new Stmt.Entry(isFinal, 1 + random.nextInt(2), 1 + random.nextInt(2));
            case 6 -> new Stmt.Open(volume(random), isFinal, random.nextInt(3));
            case 7 -> random.nextBoolean() ? new Stmt.Remove(volume(random)) : new Stmt.Open(volume(random), false, 1);
            default ->
                new Stmt.When(
                        random.nextInt(2),
                        statements(body, random.nextInt(3), false, random),
                        statements(body, random.nextInt(2), false, random));
        };
    }

    private static Stmt write(Field field, boolean isFinal, Random random) {
        boolean adds = field != Field.SINGLE && random.nextBoolean();
        if (field == Field.SINGLE) {
            int value = random.nextInt(isFinal ? 2 : 3);
            return new Stmt.Write(field, isFinal, false, List.of(isFinal ? value + 1 : value));
        }
        List<Integer> values = new ArrayList<>();
        for (int value = 1; value <= 3; value++) {
            if (random.nextInt(2) == 0) {
                values.add(value);
            }
        }
        return new Stmt.Write(field, isFinal, adds, values);
    }

    private static String volume(Random random) {
        return VOLUMES.get(random.nextInt(VOLUMES.size()));
    }

    /** Returns the declarations of the platform, in random order. */
    String platform(Random order) {
        List<String> decls = new ArrayList<>();
        for (int i = 1; i < DEFAULTS; i++) {
            decls.add("profile p" + i + "(n: Int = 0) for container " + text(bodies.get(i), "n", order));
        }
        decls.add("platform here { defaults container " + text(bodies.get(DEFAULTS), "0", order) + " }");
        Collections.shuffle(decls, order);
        return String.join("\n", decls);
    }

    /** Returns the tenant; the statements of the block are in one or two places. */
    String tenant(Random order) {
        List<Stmt> all = new ArrayList<>(bodies.get(BLOCK));
        Collections.shuffle(all, order);
        int half = order.nextInt(all.size() + 1);
        return "tenant acme {\n container web " + text(all.subList(0, half), "0", order) + "\n container web "
                + text(all.subList(half, all.size()), "0", order) + "\n}";
    }

    private static String text(List<Stmt> body, String parameter, Random order) {
        List<String> lines = new ArrayList<>();
        body.forEach(s -> lines.add(text(s, parameter, order)));
        Collections.shuffle(lines, order);
        return "{\n" + String.join("\n", lines) + "\n}";
    }

    private static String text(Stmt stmt, String parameter, Random order) {
        return switch (stmt) {
            case Stmt.Use u ->
                "use p" + u.profile() + "(n = "
                        + u.argument().map(String::valueOf).orElse("n") + ")";
            case Stmt.Write w -> finality(w.isFinal()) + w.field().path + (w.adds() ? " += " : " = ") + value(w);
            case Stmt.Entry e -> finality(e.isFinal()) + "env.K" + e.key() + " = \"" + e.value() + "\"";
            case Stmt.Open o ->
                "volume " + o.volume()
                        + (o.size() == 0 ? " { }" : " { " + finality(o.isFinal()) + "size = " + o.size() + "GiB }");
            case Stmt.Remove r -> "volume " + r.volume() + " = none";
            case Stmt.When w ->
                "if " + parameter + " == " + w.value() + " " + text(w.then(), parameter, order) + " else "
                        + text(w.otherwise(), parameter, order);
        };
    }

    private static String finality(boolean isFinal) {
        return isFinal ? "final " : "";
    }

    private static String value(Stmt.Write write) {
        List<String> all = new ArrayList<>();
        for (int v : write.values()) {
            switch (write.field()) {
                case SINGLE -> {
                    return v == 0 ? "none" : "" + v;
                }
                case SET -> all.add("" + v);
                case LIST -> all.add("v" + v);
                case MAP -> all.add("K" + v + " = \"" + (write.adds() ? 1 : 2) + "\"");
            }
        }
        return write.field() == Field.MAP && !all.isEmpty()
                ? "({ " + String.join("; ", all) + " })"
                : "[" + String.join(", ", all) + "]";
    }
}
