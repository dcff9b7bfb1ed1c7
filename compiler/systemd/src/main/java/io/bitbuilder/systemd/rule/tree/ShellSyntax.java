package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ValidValues;
import io.bitbuilder.systemd.value.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shell syntax in command lines, which is plain text for systemd (systemd.service(5)). */
final class ShellSyntax {
    /**
     * A form of words with a meaning in a shell.
     *
     * @param first whether it stands in place of the program, else among the arguments
     */
    private record Form(String name, Pattern words, boolean first) {
        Form(String name, String words) {
            this(name, Pattern.compile(words), false);
        }
    }

    /**
     * Forms by name; {@code ;} is systemd's own separator. A quoted word begins with its quote, and is none of them.
     */
    private static final List<Form> FORMS = List.of(
            new Form("a pipe", "\\|&?"),
            new Form("a list of commands", "&&|\\|\\|"),
            new Form("a command in the background", "&"),
            new Form("a redirection", "(?:[0-9]|&)?(?:>{1,2}|>\\|)(?:&?[-0-9]|[\\w/$.~%].*)?"),
            new Form("a redirection", "[0-9]?<{1,3}(?:&[-0-9]|[/$.~%].*)?"),
            new Form("a command substitution", "[^\"'].*\\$\\(.*|\\$\\(.*|`.*|[^\"'].*=`.*"),
            new Form("an assignment", Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=[^/]*"), true));

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "busybox");

    /** Streams that can be thrown away by a directive. */
    private static final Pattern SILENCED = Pattern.compile("(?<stream>[12]?)>{1,2}/dev/null");

    /** An assignment with a value in quotes; systemd.exec(5) shows the quotes around the whole assignment. */
    private static final Pattern QUOTED_VALUE =
            Pattern.compile("^(?<name>\\w+=)(?<quote>[\"'])(?<value>[^\"']*)\\k<quote>$");

    /** Characters that a shell gives a meaning within a word, and systemd does not. */
    private static final Pattern OPERATOR = Pattern.compile("[|&;<>()]");

    /** Prefixes of a command (systemd.service(5)). */
    private static final String PREFIXES = "-@:+!|";

    /** Longest command that a fix repeats. */
    private static final int LONGEST = 200;

    private ShellSyntax() {}

    /** Reports the first word of a command line that only a shell understands; a shell gets its own in quotes. */
    static void judge(Assignment line, FindingSink sink) {
        List<String> words = words(line.value());
        boolean shell = CommandLine.words(line.value()).stream()
                .anyMatch(word -> SHELLS.contains(FilePath.name(word.replaceFirst("^[-@:+!|]+", ""))));
        for (int at = 0; at < words.size(); at++) {
            String word = at == 0 ? words.get(0).substring(prefixes(words.get(0))) : words.get(at);
            Optional<Form> form =
                    form(word, at == 0).filter(f -> !shell || !f.name().endsWith("substitution"));
            if (form.isPresent()) {
                report(line, word, form.get(), sink);
                return;
            }
        }
    }

    private static Optional<Form> form(String word, boolean first) {
        return FORMS.stream()
                .filter(form ->
                        form.first() == first && form.words().matcher(word).matches())
                .findFirst();
    }

    private static void report(Assignment line, String word, Form form, FindingSink sink) {
        Finding finding = Finding.of(
                Code.SHELL_SYNTAX,
                ValidValues.part(line, word),
                form.first()
                        ? "`" + word + "` is the name of the program, not an assignment: systemd starts no shell"
                        : "`" + word + "` is an argument of the program, not " + form.name()
                                + ": systemd starts no shell");
        if (form.first()) {
            sink.add(finding.fix(inEnvironment(line)));
            return;
        }
        Finding fixed = finding.fix("write " + line.key() + "=" + inShell(line.value()));
        sink.add(stream(word)
                .map(key -> fixed.fix("write " + key + "=null instead"))
                .orElse(fixed));
    }

    /** Returns the fix that moves the assignments before the program, with their quotes and escapes. */
    private static String inEnvironment(Assignment line) {
        List<String> words = words(line.value());
        int prefixes = prefixes(words.getFirst());
        String first = words.getFirst().substring(prefixes);
        List<String> assigned = Stream.concat(Stream.of(first), words.stream().skip(1))
                .takeWhile(word -> form(word, true).isPresent())
                .toList();
        String program = String.join(" ", words.subList(assigned.size(), words.size()));
        return "write Environment="
                + assigned.stream()
                        .map(word -> QUOTED_VALUE.matcher(word).replaceFirst("${quote}${name}${value}${quote}"))
                        .collect(Collectors.joining(" "))
                + ", and " + line.key() + "=" + words.getFirst().substring(0, prefixes)
                + (program.isEmpty() ? "PROGRAM" : program);
    }

    private static Optional<String> stream(String word) {
        return Optional.of(SILENCED.matcher(word))
                .filter(Matcher::matches)
                .map(match -> match.group("stream").equals("2") ? "StandardError" : "StandardOutput");
    }

    /** Returns the command line for a shell; one with quotes, or operators inside words, is left to the reader. */
    private static String inShell(String value) {
        int start = prefixes(value);
        String command = value.substring(start);
        boolean plain = command.indexOf('\'') < 0
                && command.length() <= LONGEST
                && words(command).stream().noneMatch(ShellSyntax::changesInShell);
        return value.substring(0, start) + "/bin/sh -c '" + (plain ? command : "…") + "'"
                + (plain && command.indexOf('%') < 0 ? "" : ", with %% for each % of the command");
    }

    /** Returns whether a word without quotes is one argument for systemd, and more for a shell. */
    private static boolean changesInShell(String word) {
        return word.length() > 1
                && word.indexOf('"') < 0
                && OPERATOR.matcher(word).find()
                && form(word, false).isEmpty();
    }

    private static int prefixes(String value) {
        int end = 0;
        while (end < value.length() && PREFIXES.indexOf(value.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Returns the words with their quotes, so that a quoted operator is none. */
    private static List<String> words(String value) {
        return Splitter.all(value, Splitter.Flag.KEEP_QUOTE, Splitter.Flag.RETAIN_ESCAPE, Splitter.Flag.RELAX)
                .toOptional()
                .orElse(List.of());
    }
}
