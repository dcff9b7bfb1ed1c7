package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.fault.InternalFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Command line of an Exec directive (systemd.service(5), "Command lines"). The program is bbc's own and absolute, so
 * that it never begins with a prefix such as {@code +} or {@code !}.
 *
 * @param program absolute path
 * @param arguments arguments of the program
 */
public record ExecLine(String program, List<Argument> arguments) implements SinkValue {
    /** Copies; rejects strings that a line cannot hold. */
    public ExecLine {
        arguments = List.copyOf(arguments);
        if (!program.startsWith("/") || program.contains(" ")) {
            throw new InternalFault("'" + program + "' is not the path of a program");
        }
        SafeText.require(program);
        arguments.forEach(a -> SafeText.require(a.meant));
    }

    /** Returns a command line whose arguments have the origin of its directive. */
    public static ExecLine of(String program, String... arguments) {
        return new ExecLine(program, Stream.of(arguments).map(Argument::of).toList());
    }

    /** Begins a command line. */
    public static Builder begin(String program) {
        return new Builder(program);
    }

    @Override
    public String text() {
        StringBuilder line = new StringBuilder(program);
        arguments.forEach(word -> line.append(' ').append(word));
        return line.toString();
    }

    @Override
    public boolean isReadFrom(String raw) {
        List<String> read = Quoting.split(raw).stream()
                .map(word -> Quoting.single(word, true))
                .toList();
        return !read.isEmpty()
                && read.getFirst().equals(program)
                && read.subList(1, read.size())
                        .equals(arguments.stream().map(Argument::meant).toList());
    }

    @Override
    public String toString() {
        return text();
    }

    /**
     * Argument, printed with quotes where it needs them.
     *
     * @param meant the argument without quotes
     * @param origin field that determines it; empty when it has the origin of the directive
     */
    public record Argument(String meant, Optional<Origin> origin) {
        private static Argument of(String meant) {
            return new Argument(meant, Optional.empty());
        }

        /** Returns the part before {@code =}, {@code --ram} of {@code --ram=2G}; all of it when there is none. */
        public String option() {
            return meant.split("=", 2)[0];
        }

        @Override
        public String toString() {
            return Quoting.word(meant, true);
        }
    }

    /** Builder of the arguments of a command line. */
    public static final class Builder {
        private final String program;
        private final List<Argument> arguments = new ArrayList<>();

        private Builder(String program) {
            this.program = program;
        }

        /** Adds arguments with the origin of the directive. */
        public Builder add(String... words) {
            Stream.of(words).map(Argument::of).forEach(arguments::add);
            return this;
        }

        /** Adds an argument that a field determines. */
        public Builder add(String word, Origin origin) {
            arguments.add(new Argument(word, Optional.of(origin)));
            return this;
        }

        /** Returns the command line. */
        public ExecLine build() {
            return new ExecLine(program, arguments);
        }
    }
}
