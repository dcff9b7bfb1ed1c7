package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.ByteEncodings;
import io.bitbuilder.systemd.value.Escapes;
import io.bitbuilder.systemd.value.Identifiers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Splitter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Grammars of credentials (systemd.exec(5), "Credentials"). */
final class CredentialValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private CredentialValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("set_credential", GrammarFactory.of(CredentialValueGrammars::setCredential));
        factories.put("load_credential", GrammarFactory.of(CredentialValueGrammars::loadCredential));
        factories.put("import_credential", GrammarFactory.of(CredentialValueGrammars::importCredential));
        return factories;
    }

    /** Checks the name before the first colon, then the rest. */
    private static List<Complaint> credential(
            String value, ValueContext context, Predicate<String> good, Function<String, List<Complaint>> then) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        return switch (words.next().orElse(Parsed.good(""))) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String word) ->
                UnitSpecifiers.in(
                        word,
                        context,
                        UnitSpecifiers.NAME,
                        name -> good.test(name)
                                ? then.apply(words.tail().orElse(""))
                                : Complaints.ignored(Reason.invalid("credential name", name)));
        };
    }

    private static List<Complaint> setCredential(String value, ValueContext context) {
        Splitter words = Splitter.by(":", value, Splitter.Flag.EACH_SEPARATOR);
        if (words.next().filter(w -> w instanceof Parsed.Good).isPresent()
                && words.tail().orElse("").isEmpty()) {
            return Complaints.ignored("missing credential data");
        }
        return credential(
                value,
                context,
                Identifiers::isCredential,
                data -> context.directive().flags().isEmpty()
                        ? Complaints.unless(Escapes.areSound(data), "invalid escape sequence in the data")
                        : Complaints.unless(ByteEncodings.base64(data)));
    }

    private static List<Complaint> loadCredential(String value, ValueContext context) {
        return credential(
                value,
                context,
                Identifiers::isCredential,
                source -> source.isEmpty()
                        ? List.of()
                        : UnitSpecifiers.in(
                                source,
                                context,
                                UnitSpecifiers.PATH,
                                path -> Complaints.unless(
                                        Paths.isAbsolute(path)
                                                ? Paths.isNormalized(path)
                                                : Identifiers.isCredential(path),
                                        Reason.invalid(
                                                "credential source",
                                                path,
                                                "a normalized absolute path or a credential name"))));
    }

    private static List<Complaint> importCredential(String value, ValueContext context) {
        return credential(
                value,
                context,
                Identifiers::isCredentialGlob,
                name -> Complaints.unless(
                        name.isEmpty() || Identifiers.isCredential(name), Reason.invalid("credential name", name)));
    }
}
