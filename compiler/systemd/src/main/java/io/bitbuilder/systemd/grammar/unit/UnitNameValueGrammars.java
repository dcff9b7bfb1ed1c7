package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.Remedy;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Grammars of values that name units (systemd.unit(5)). */
final class UnitNameValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    /** Dependencies of a unit on itself that systemd drops with a warning; it drops others silently. */
    private static final Set<String> SELF_WARNED =
            Set.of("UNIT_CONFLICTS", "UNIT_BEFORE", "UNIT_AFTER", "UNIT_ON_SUCCESS", "UNIT_ON_FAILURE");

    private static final Remedy WHOLE_UNIT =
            Remedy.of("remove the line; to drop a dependency, write the whole unit in etc/systemd/system");

    private static final Set<String> NEVER_FAIL = Set.of("slice", "device");
    private static final Set<String> HAS_ALIASES = Set.of("service", "socket", "target", "device", "timer", "path");

    private UnitNameValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("dependencies", GrammarFactory.of(UnitNameValueGrammars::dependencies));
        factories.put(
                "old_dependencies",
                GrammarFactory.of((value, context) -> Complaints.both(
                        Complaints.used("deprecated name; systemd reads it as "
                                + context.directive()
                                        .flags()
                                        .substring("UNIT_".length())
                                        .toLowerCase(Locale.ROOT)),
                        dependencies(value, context))));
        factories.put("slice_name", GrammarFactory.of(UnitNameValueGrammars::slice));
        factories.put("trigger", GrammarFactory.of(UnitNameValueGrammars::trigger));
        factories.put("socket_service", GrammarFactory.of(UnitNameValueGrammars::socketService));
        factories.put("service_sockets", GrammarFactory.of(UnitNameValueGrammars::serviceSockets));
        factories.put("install_units", GrammarFactory.of(UnitNameValueGrammars::installUnits));
        factories.put("alias", GrammarFactory.of(UnitNameValueGrammars::alias));
        factories.put("default_instance", GrammarFactory.of(UnitNameValueGrammars::defaultInstance));
        return factories;
    }

    /** Returns the type of the unit that contains the value. */
    static String type(ValueContext context) {
        return UnitNames.type(context.file()).orElse("service");
    }

    private static List<Complaint> dependencies(String value, ValueContext context) {
        if (value.isEmpty()) {
            return Complaints.with(WHOLE_UNIT, Complaints.silent("an empty value does not reset dependencies"));
        }
        return Complaints.each(
                Splitter.of(value, Splitter.Flag.RETAIN_ESCAPE),
                word -> Complaints.asPart(
                        switch (UnitSpecifiers.name(word, context)) {
                            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
                            case Parsed.Good<String>(String name) -> dependency(name, context);
                        }));
    }

    private static List<Complaint> dependency(String name, ValueContext context) {
        String other = instance(name, context);
        String flags = context.directive().flags();
        if (!UnitNames.isLoadable(other)) {
            return Complaints.ignored(Reason.invalid("unit name", name));
        }
        if (other.equals(context.file())) {
            Reason itself = Reason.about(name, "a unit cannot depend on itself");
            return Complaints.with(
                    Remedy.of("remove " + name),
                    SELF_WARNED.contains(flags) ? Complaints.ignored(itself) : Complaints.silent(itself));
        }
        if (flags.equals("UNIT_BEFORE") && other.endsWith(".device")) {
            return Complaints.ignored(
                    Reason.about(other, "the device unit '" + other + "' cannot be ordered after other units"));
        }
        return Complaints.unless(
                !flags.equals("UNIT_ON_FAILURE") || !NEVER_FAIL.contains(type(context)),
                "." + type(context) + " units cannot fail");
    }

    /** Returns the name, for a template that of the instance with the unit's own instance name or prefix. */
    private static String instance(String name, ValueContext context) {
        if (UnitNames.kind(name).filter(k -> k == UnitNames.Kind.TEMPLATE).isEmpty()) {
            return name;
        }
        String bare = context.file().replaceFirst("\\.[a-z]*$", "");
        String own = bare.substring(bare.indexOf('@') + 1);
        return name.replaceFirst("@\\.", Matcher.quoteReplacement("@" + (own.isEmpty() ? "instance" : own) + "."));
    }

    private static List<Complaint> slice(String value, ValueContext context) {
        return switch (UnitSpecifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String name) -> {
                if (type(context).equals("slice")) {
                    yield Complaints.ignored("the parent of a slice follows from its name");
                }
                boolean good = UnitNames.isLoadable(name) && name.endsWith(".slice");
                yield good && !UnitNames.isSlice(name)
                        ? Complaints.silent(
                                Reason.about(name, "no slice can be named '" + name + "', so the unit cannot start"))
                        : Complaints.unless(good, Reason.invalid("slice name", name));
            }
        };
    }

    private static List<Complaint> trigger(String value, ValueContext context) {
        return switch (UnitSpecifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String name) ->
                name.equals(context.file())
                        ? Complaints.ignored("a unit cannot trigger itself")
                        : Complaints.unless(
                                UnitNames.isLoadable(instance(name, context)), Reason.invalid("unit name", name));
        };
    }

    private static List<Complaint> socketService(String value, ValueContext context) {
        return switch (UnitSpecifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String name) ->
                Complaints.unless(
                        name.endsWith(".service") && UnitNames.isLoadable(name), Reason.invalid("service name", name));
        };
    }

    private static List<Complaint> serviceSockets(String value, ValueContext context) {
        return Complaints.each(
                Splitter.of(value),
                word -> Complaints.asPart(
                        switch (UnitSpecifiers.name(word, context)) {
                            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
                            case Parsed.Good<String>(String name) ->
                                Complaints.unless(
                                        name.endsWith(".socket") && UnitNames.isValid(name),
                                        Reason.invalid("socket unit name", name));
                        }));
    }

    /** Judges values that only systemctl enable reads; the manager does not report them. */
    private static List<Complaint> installUnits(String value, ValueContext context) {
        return Complaints.each(
                        Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE),
                        word -> word.indexOf('%') >= 0 || UnitNames.isValid(word)
                                ? List.of()
                                : Complaints.silent(Reason.about(
                                        word,
                                        "'" + word + "' is not a valid unit name; systemctl enable cannot use it")))
                .stream()
                .map(c -> c.as(Effect.SILENT))
                .toList();
    }

    private static List<Complaint> alias(String value, ValueContext context) {
        return HAS_ALIASES.contains(type(context))
                ? installUnits(value, context)
                : Complaints.silent("." + type(context) + " units cannot have aliases");
    }

    private static List<Complaint> defaultInstance(String value, ValueContext context) {
        boolean good = value.isEmpty() || value.indexOf('%') >= 0 || UnitNames.isInstance(value);
        return good
                ? List.of()
                : Complaints.silent(Reason.about(
                        value, "'" + value + "' is not a valid instance name; systemctl enable cannot use it"));
    }
}
