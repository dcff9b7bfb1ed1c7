package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/**
 * Command line of an Exec directive (systemd.service(5), "Command lines"). The program is bbc's own and absolute, so
 * that it never begins with a prefix such as {@code +} or {@code !}.
 *
 * @param program absolute path
 * @param arguments arguments of the program, unquoted
 */
public record ExecLine(String program, List<String> arguments) implements SinkValue {
    /** Copies; rejects strings that a line cannot hold. */
    public ExecLine {
        arguments = List.copyOf(arguments);
        if (!program.startsWith("/") || program.contains(" ")) {
            throw new InternalFault("'" + program + "' is not the path of a program");
        }
        SafeText.require(program);
        arguments.forEach(SafeText::require);
    }

    /** Returns a command line. */
    public static ExecLine of(String program, String... arguments) {
        return new ExecLine(program, List.of(arguments));
    }

    /** Returns the arguments, each quoted where it must be. */
    public List<ExecWord> words() {
        return arguments.stream().map(ExecWord::new).toList();
    }

    @Override
    public String text() {
        StringBuilder line = new StringBuilder(program);
        words().forEach(word -> line.append(' ').append(word));
        return line.toString();
    }

    @Override
    public boolean isReadFrom(String raw) {
        List<String> read = Quoting.split(raw).stream()
                .map(word -> Quoting.single(word, true))
                .toList();
        return !read.isEmpty()
                && read.getFirst().equals(program)
                && read.subList(1, read.size()).equals(arguments);
    }

    @Override
    public String toString() {
        return text();
    }

    /** One argument, quoted where it must be. */
    public record ExecWord(String meant) {
        @Override
        public String toString() {
            return Quoting.word(meant, true);
        }
    }
}
