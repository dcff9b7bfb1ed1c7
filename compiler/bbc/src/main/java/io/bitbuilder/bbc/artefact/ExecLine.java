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
     * @param origin field or block that determines it; empty when bbc alone does, or the directive
     * @param reason how it follows from its origin; without one, why bbc writes it; empty when that is evident
     */
    public record Argument(String meant, Optional<Origin> origin, Optional<String> reason) {
        private static Argument of(String meant) {
            return new Argument(meant, Optional.empty(), Optional.empty());
        }

        /** Returns whether it is the same for every workload. */
        public boolean isFixed() {
            return origin.isEmpty() && reason.isPresent();
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

        /** Adds an argument that is a field's value. */
        public Builder add(String word, Origin origin) {
            arguments.add(new Argument(word, Optional.of(origin), Optional.empty()));
            return this;
        }

        /** Adds an argument that follows from a field or block; {@code how} is a clause without a full stop. */
        public Builder add(String word, Origin origin, String how) {
            arguments.add(new Argument(word, Optional.of(origin), Optional.of(how)));
            return this;
        }

        /** Adds an argument that is the same for every workload; {@code why} is a clause without a full stop. */
        public Builder fixed(String word, String why) {
            arguments.add(new Argument(word, Optional.empty(), Optional.of(why)));
            return this;
        }

        /** Returns the command line. */
        public ExecLine build() {
            return new ExecLine(program, arguments);
        }
    }
}
