package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Recognizes notations of other languages by the text around an unexpected token. */
final class ForeignNotation {
    private static final Set<String> VARIABLE = Set.of("var", "const", "local", "val", "def", "set");
    private static final Set<String> ELSE_IF = Set.of("elif", "elsif", "elseif");

    private static final Pattern NUMBER = Pattern.compile("(?s).*?(?<number>\\d+(\\.\\d+)?)[ \\t]+");
    private static final Pattern PATH = Pattern.compile("(?<path>/[^\\s;{}\\[\\]()\"',#]*).*");
    private static final Pattern URL = Pattern.compile("(?s).*?(?<scheme>[a-z][a-z+]*)");
    private static final Pattern URL_REST = Pattern.compile("(?<rest>://[^\\s;{}\"']*).*");
    private static final Pattern KEY = Pattern.compile("\"(?<key>[A-Za-z][\\w-]*)\"(?<sign>\\s*[=:]).*");

    private ForeignNotation() {}

    /** Returns the help for a token of another notation. */
    static Optional<SyntaxHelp> of(Unexpected at) {
        return Optional.ofNullable(
                switch (at.type()) {
                    case BbcParser.COLON -> colon(at);
                    case BbcParser.GT -> arrow(at);
                    case BbcParser.COMMA -> comma(at);
                    case BbcParser.SLASH ->
                        Optional.ofNullable(PortNotation.mapping(at)).orElseGet(() -> path(at));
                    case BbcParser.RANGE, BbcParser.MINUS -> PortNotation.range(at);
                    case BbcParser.TEXT_OPEN -> quotedKey(at);
                    case BbcParser.IDENT, BbcParser.HOST, BbcParser.TENANT ->
                        Optional.ofNullable(PortNotation.mapping(at)).orElseGet(() -> word(at));
                    default -> at.complete() ? null : variable(at);
                });
    }

    private static @Nullable SyntaxHelp colon(Unexpected at) {
        Matcher url = at.ahead(URL_REST);
        Matcher scheme = URL.matcher(at.head());
        if (url.matches() && scheme.matches()) {
            String text = scheme.group("scheme") + url.group("rest");
            return new SyntaxHelp(
                    "a URL is a string",
                    at.replace(
                            "write `\"" + text + "\"`",
                            at.start() - scheme.group("scheme").length(),
                            at.start() + url.end("rest"),
                            '"' + text + '"'));
        }
        if (at.rest().startsWith(":=")) {
            return new SyntaxHelp(
                    "`=` assigns a value to a field",
                    at.replace("write `=` instead of `:=`", at.start(), at.start() + 2, "="));
        }
        if (at.rest().matches(":\\s*\\{.*")) {
            return new SyntaxHelp("a block follows its labels", at.replace("delete the `:`", ""));
        }
        return Optional.ofNullable(PortNotation.mapping(at)).orElseGet(() -> AddressNotation.mac(at));
    }

    private static @Nullable SyntaxHelp arrow(Unexpected at) {
        return at.before().endsWith("=")
                ? new SyntaxHelp(
                        "the arrow maps the host's port to the guest's port",
                        at.replace("write `->` instead of `=>`", at.start() - 1, at.start() + 1, "->"))
                : null;
    }

    private static @Nullable SyntaxHelp comma(Unexpected at) {
        if (!at.complete()) {
            return null;
        }
        boolean last = at.rest().substring(1).isBlank();
        return new SyntaxHelp(
                SyntaxHelp.STATEMENT_END,
                at.replace(last ? "delete the `,`" : "write `;` instead of `,`", last ? "" : ";"));
    }

    private static @Nullable SyntaxHelp path(Unexpected at) {
        Matcher path = at.ahead(PATH);
        return !at.complete() && at.head().stripTrailing().endsWith("=") && path.matches()
                ? new SyntaxHelp(
                        "a path is a string",
                        at.replace(
                                "write `\"" + path.group("path") + "\"`",
                                at.start(),
                                at.start() + path.end("path"),
                                '"' + path.group("path") + '"'))
                : null;
    }

    private static @Nullable SyntaxHelp quotedKey(Unexpected at) {
        Matcher key = at.ahead(KEY);
        String head = at.head().stripTrailing();
        boolean first = head.isEmpty() || head.endsWith("{") || head.endsWith(";");
        return !at.complete() && first && key.matches()
                ? new SyntaxHelp(
                        "a name is written without quotes",
                        at.replace(
                                "write `" + key.group("key") + "`",
                                at.start(),
                                at.start() + key.end("key") + 1,
                                key.group("key")))
                : null;
    }

    private static @Nullable SyntaxHelp word(Unexpected at) {
        String text = at.found().getText();
        if (!at.complete()) {
            return variable(at);
        }
        if (ELSE_IF.contains(text)) {
            return new SyntaxHelp("a second condition follows `else`", at.replace("write `else if`", "else if"));
        }
        Matcher number = NUMBER.matcher(at.head());
        return number.matches() && Units.kindOf(number.group("number") + text).isPresent()
                ? new SyntaxHelp(
                        "a number and its unit are one word",
                        at.replace(
                                "write `" + number.group("number") + text + "`",
                                at.start() - at.head().length() + number.end("number"),
                                at.start(),
                                ""))
                : null;
    }

    /** A declaration of a variable in most languages: `var a = 5`. */
    private static @Nullable SyntaxHelp variable(Unexpected at) {
        Token first = at.statement().start;
        boolean assigns = at.head().stripTrailing().endsWith("=");
        return assigns && VARIABLE.contains(first.getText())
                ? new SyntaxHelp(
                        "`let` names a value",
                        at.replace("write `let`", first.getStartIndex(), first.getStopIndex() + 1, "let"))
                : null;
    }
}
