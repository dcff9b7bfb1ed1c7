package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subject of {@code bbc explain}; the shape of the argument determines it. */
sealed interface ExplainSubject {
    /** All codes. */
    record AllCodes() implements ExplainSubject {}

    /** A code. */
    record OneCode(String id) implements ExplainSubject {}

    /** A field, by tenant or {@code platform}, block and field. */
    record Field(String name) implements ExplainSubject {}

    /** A line of a file, from 1. */
    record Line(String file, int number) implements ExplainSubject {}

    /** Parses an argument: FILE:NUMBER is a line, a word with a dot or a slash is a field, any other word a code. */
    static ExplainSubject of(String argument) {
        Matcher line = Pattern.compile("(.+):([0-9]{1,9})").matcher(argument);
        if (line.matches()) {
            return new Line(line.group(1), Integer.parseInt(line.group(2)));
        }
        if (argument.matches("(.*/)?(hosts|tenants)/.+|(.*/)?fleet\\.json")) {
            throw new EnvironmentFault(
                    "`" + argument + "` names a file without a line; write `" + argument + ":1` for its first line");
        }
        return argument.contains(".") || argument.contains("/") ? new Field(argument) : new OneCode(argument);
    }
}
