package io.bitbuilder.systemd.grammar.unit;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.grammar.common.Complaints;
import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import io.bitbuilder.systemd.grammar.common.UnitSpecifiers;
import io.bitbuilder.systemd.grammar.common.ValueContext;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Paths;
import io.bitbuilder.systemd.value.Sizes;
import io.bitbuilder.systemd.value.Splitter;
import io.bitbuilder.systemd.value.TimeSpans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Grammars of access to devices and of limits by device (systemd.resource-control(5)). */
final class DeviceValueGrammars {
    static final Map<String, GrammarFactory> MAKERS = factories();

    private DeviceValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>();
        factories.put("device_allow", GrammarFactory.of(DeviceValueGrammars::deviceAllow));
        factories.put(
                "device_weight",
                GrammarFactory.of((value, context) ->
                        device(value, context, rest -> Complaints.unless(Numbers.uint(rest, 1, 10_000)))));
        factories.put(
                "device_latency",
                GrammarFactory.of((value, context) ->
                        device(value, context, rest -> Complaints.unless(TimeSpans.seconds(rest)))));
        factories.put(
                "device_limit",
                GrammarFactory.of((value, context) -> device(
                        value,
                        context,
                        rest -> rest.equals("infinity")
                                ? List.of()
                                : Complaints.unless(Sizes.parse(rest, Sizes.SI)
                                        .then(n -> n.signum() > 0
                                                ? Parsed.good(n)
                                                : Parsed.bad("the value must be above 0"))))));
        return factories;
    }

    private static List<Complaint> deviceAllow(String value, ValueContext context) {
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        Optional<Parsed<String>> first = words.next();
        if (value.isEmpty() || first.isEmpty()) {
            return List.of();
        }
        return switch (first.get()) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String word) ->
                UnitSpecifiers.in(word, context, UnitSpecifiers.PATH, path -> {
                    boolean group = path.startsWith("block-") || path.startsWith("char-");
                    Parsed<String> node = Paths.check(path, Set.of())
                            .then(p -> isNode(p)
                                    ? Parsed.good(p)
                                    : Parsed.bad(Reason.invalid("device node", p, "a path below /dev")));
                    return !group && node instanceof Parsed.Bad
                            ? Complaints.unless(node)
                            : Complaints.unless(
                                    words.tail().orElse("").matches("[rwm]*"),
                                    Reason.invalid("device access", words.tail().orElse(""), "r, w, m"));
                });
        };
    }

    private static boolean isNode(String path) {
        return Paths.isBelow(path, "/dev") || Paths.isBelow(path, "/run/systemd/inaccessible");
    }

    /** Checks a device path, then the rest of the value. */
    private static List<Complaint> device(String value, ValueContext context, Complaints.WordCheck then) {
        if (value.isEmpty()) {
            return List.of();
        }
        Splitter words = Splitter.of(value, Splitter.Flag.UNQUOTE);
        return switch (words.next().orElse(Parsed.bad("missing device"))) {
            case Parsed.Bad<String>(Reason reason) -> Complaints.ignored(reason);
            case Parsed.Good<String>(String word) -> {
                String rest = words.tail().orElse("");
                yield rest.isEmpty()
                        ? Complaints.ignored("missing value after the device")
                        : UnitSpecifiers.in(
                                word,
                                context,
                                UnitSpecifiers.PATH,
                                path -> Paths.check(path, Set.of()) instanceof Parsed.Bad<String>(Reason reason)
                                        ? Complaints.ignored(reason)
                                        : then.apply(rest));
            }
        };
    }
}
