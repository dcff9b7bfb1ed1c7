package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.literal.UnitNames;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Grammars of values that name units (systemd.unit(5)). */
final class UnitNameGrammars {
    static final Map<String, Maker> MAKERS = makers();

    /** Dependencies of a unit on itself that systemd drops with a warning; it drops others silently. */
    private static final Set<String> SELF_WARNED = Set.of("UNIT_CONFLICTS", "UNIT_BEFORE", "UNIT_AFTER", "UNIT_ON_SUCCESS", "UNIT_ON_FAILURE");
    private static final Set<String> NEVER_FAIL = Set.of("slice", "device");
    private static final Set<String> HAS_ALIASES = Set.of("service", "socket", "target", "device", "timer", "path");

    private UnitNameGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>();
        makers.put("dependencies", Maker.of(UnitNameGrammars::dependencies));
        makers.put("old_dependencies", Maker.of((value, context) ->
                Parts.both(Parts.used("deprecated name; systemd reads it as " + context.directive().flags().substring("UNIT_".length()).toLowerCase(Locale.ROOT)), dependencies(value, context))));
        makers.put("slice_name", Maker.of(UnitNameGrammars::slice));
        makers.put("trigger", Maker.of(UnitNameGrammars::trigger));
        makers.put("socket_service", Maker.of(UnitNameGrammars::socketService));
        makers.put("service_sockets", Maker.of(UnitNameGrammars::serviceSockets));
        makers.put("install_units", Maker.of(UnitNameGrammars::installUnits));
        makers.put("alias", Maker.of(UnitNameGrammars::alias));
        makers.put("default_instance", Maker.of(UnitNameGrammars::defaultInstance));
        return makers;
    }

    /** Returns the type of the unit that contains the value. */
    static String type(Context context) {
        return UnitNames.type(context.file()).orElse("service");
    }

    private static List<Complaint> dependencies(String value, Context context) {
        if (value.isEmpty()) {
            return Parts.silent("an empty value does not reset dependencies");
        }
        return Parts.each(Splitter.of(value, Splitter.Flag.RETAIN_ESCAPE), word -> Parts.asPart(switch (Specifiers.name(word, context)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> dependency(name, context);
        }));
    }

    private static List<Complaint> dependency(String name, Context context) {
        String other = instance(name, context);
        String flags = context.directive().flags();
        if (!UnitNames.isLoadable(other)) {
            return Parts.ignored(Reason.invalid("unit name", name));
        }
        if (other.equals(context.file())) {
            return SELF_WARNED.contains(flags) ? Parts.ignored("a unit cannot depend on itself") : Parts.silent("a unit cannot depend on itself");
        }
        if (flags.equals("UNIT_BEFORE") && other.endsWith(".device")) {
            return Parts.ignored(Reason.about(other, "the device unit '" + other + "' cannot be ordered after other units"));
        }
        return Parts.fine(!flags.equals("UNIT_ON_FAILURE") || !NEVER_FAIL.contains(type(context)), "." + type(context) + " units cannot fail");
    }

    /** A template name means the instance with the unit's own instance name or prefix. */
    private static String instance(String name, Context context) {
        if (UnitNames.kind(name).filter(k -> k == UnitNames.Kind.TEMPLATE).isEmpty()) {
            return name;
        }
        String bare = context.file().replaceFirst("\\.[a-z]*$", "");
        String own = bare.substring(bare.indexOf('@') + 1);
        return name.replaceFirst("@\\.", Matcher.quoteReplacement("@" + (own.isEmpty() ? "instance" : own) + "."));
    }

    private static List<Complaint> slice(String value, Context context) {
        return switch (Specifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> {
                if (type(context).equals("slice")) {
                    yield Parts.ignored("the parent of a slice follows from its name");
                }
                boolean good = UnitNames.isLoadable(name) && name.endsWith(".slice");
                yield good && !UnitNames.isSlice(name) ? Parts.silent(Reason.about(name, "no slice can be named '" + name + "', so the unit cannot start"))
                        : Parts.fine(good, Reason.invalid("slice name", name));
            }
        };
    }

    private static List<Complaint> trigger(String value, Context context) {
        return switch (Specifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> name.equals(context.file()) ? Parts.ignored("a unit cannot trigger itself")
                    : Parts.fine(UnitNames.isLoadable(instance(name, context)), Reason.invalid("unit name", name));
        };
    }

    private static List<Complaint> socketService(String value, Context context) {
        return switch (Specifiers.name(value, context)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> Parts.fine(name.endsWith(".service") && UnitNames.isLoadable(name), Reason.invalid("service name", name));
        };
    }

    private static List<Complaint> serviceSockets(String value, Context context) {
        return Parts.each(Splitter.of(value), word -> Parts.asPart(switch (Specifiers.name(word, context)) {
            case Parsed.Bad<String>(Reason reason) -> Parts.ignored(reason);
            case Parsed.Good<String>(String name) -> Parts.fine(name.endsWith(".socket") && UnitNames.isValid(name), Reason.invalid("socket unit name", name));
        }));
    }

    /** Values that only systemctl enable reads; the manager does not report them. */
    private static List<Complaint> installUnits(String value, Context context) {
        return Parts.each(Splitter.of(value, Splitter.Flag.UNQUOTE, Splitter.Flag.RETAIN_ESCAPE), word ->
                word.indexOf('%') >= 0 || UnitNames.isValid(word) ? List.of() : Parts.silent(Reason.about(word, "'" + word + "' is not a valid unit name; systemctl enable cannot use it")))
                .stream().map(c -> c.as(Effect.SILENT)).toList();
    }

    private static List<Complaint> alias(String value, Context context) {
        return HAS_ALIASES.contains(type(context)) ? installUnits(value, context) : Parts.silent("." + type(context) + " units cannot have aliases");
    }

    private static List<Complaint> defaultInstance(String value, Context context) {
        boolean good = value.isEmpty() || value.indexOf('%') >= 0 || UnitNames.isInstance(value);
        return good ? List.of() : Parts.silent(Reason.about(value, "'" + value + "' is not a valid instance name; systemctl enable cannot use it"));
    }
}
