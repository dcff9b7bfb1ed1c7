package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/**
 * The command line of an Exec directive (systemd.service(5), "Command lines"). The program is ours and absolute, so
 * that no prefix such as {@code +} or {@code !} can come from anywhere.
 *
 * @param program absolute path
 * @param arguments what the program gets, word by word
 */
public record ExecLine(String program, List<String> arguments) implements SinkValue {
    /** Copies; refuses what a line can't hold. */
    public ExecLine {
        arguments = List.copyOf(arguments);
        if (!program.startsWith("/") || program.contains(" ")) {
            throw new InternalFault("'" + program + "' is not the path of a program");
        }
        SafeText.require(program);
        arguments.forEach(SafeText::require);
    }

    /** A command without arguments of tenants. */
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

    /** One argument; its text is quoted where it must be. */
    public record ExecWord(String meant) {
        @Override
        public String toString() {
            return Quoting.word(meant, true);
        }
    }
}
