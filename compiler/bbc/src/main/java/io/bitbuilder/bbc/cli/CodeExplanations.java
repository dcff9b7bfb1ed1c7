package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.CodePage;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of {@code bbc explain} about codes. */
final class CodeExplanations {
    private static final int SCHEMA = 1;
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{3})([0-9]{1,4})");

    private CodeExplanations() {}

    /** Returns all codes with their titles. */
    static String all(boolean json) {
        if (!json) {
            return CodeFamilies.list();
        }
        List<Json> codes =
                Arrays.stream(Code.values()).<Json>map(c -> code(c).build()).toList();
        return JsonText.of(
                Json.object().put("schema", SCHEMA).put("codes", codes).build());
    }

    /** Returns the page of a code, in either case of letters. */
    static String one(String id, boolean json) {
        String wanted = id.toUpperCase(Locale.ROOT).replaceAll("^.*\\[|\\].*$", "");
        Code code =
                Code.withId(wanted).orElseThrow(() -> new EnvironmentFault("unknown code `" + id + "`" + near(wanted)));
        String page = CodePage.of(code)
                .orElseThrow(() -> new InternalFault("code " + code + " has no page"))
                .text();
        return json
                ? JsonText.of(code(code).put("schema", SCHEMA).put("page", page).build())
                : page;
    }

    private static Json.Builder code(Code code) {
        return Json.object()
                .put("code", code.toString())
                .put("severity", code.severity().name().toLowerCase(Locale.ROOT))
                .put("title", code.title());
    }

    private static String near(String wanted) {
        List<String> known = Arrays.stream(Code.values()).map(Code::toString).toList();
        Matcher number = NUMBER.matcher(wanted);
        return (number.matches()
                                ? Optional.of("%s%03d".formatted(number.group(1), Integer.parseInt(number.group(2))))
                                : Optional.<String>empty())
                        .filter(known::contains)
                        .or(() -> Suggestions.closest(wanted, known))
                        .map(n -> "; the nearest is `" + n + "`")
                        .orElse("")
                + "; `bbc explain` lists all codes";
    }
}
