package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.BindMount;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.ListReset;
import io.bitbuilder.bbc.artefact.NetworkdText;
import io.bitbuilder.bbc.artefact.RawText;
import io.bitbuilder.bbc.artefact.SinkValue;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.core.fault.InternalFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Values of a given sink with any meaning that it accepts, with an excess of strings that are dangerous in some format.
 */
final class RandomValues {
    private static final String WORD = "abcXYZ019._:/@+-=,~";
    private static final List<String> NASTY = List.of(
            "\n",
            "\r",
            "\0",
            "\\",
            "\"",
            "'",
            "%",
            "%n",
            "$",
            "$HOME",
            "${A}",
            "#",
            ";",
            " ",
            "\t",
            "[Exec]",
            "]",
            "Bind=/",
            "\u2028",
            "\u202e",
            "\u0085",
            "é",
            "$x",
            "#set($a=1)",
            "#foreach",
            "##",
            "#*",
            "*#",
            "$!{a}",
            "{",
            "}",
            "=",
            ":",
            "\uD83D\uDE00",
            "\uD83D",
            "\uFFFE",
            "\uFEFF",
            "\u00A0",
            "\u3000",
            "\\x20",
            "\\n",
            "\\\\",
            "a",
            "b",
            "c");

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /** Another value of the same sink. */
    SinkValue like(SinkValue value) {
        return switch (value) {
            case Word w -> new Word(word());
            case ListReset r -> r;
            case UnitText t -> accepted(UnitText::new);
            case NetworkdText t -> accepted(NetworkdText::new);
            case ExecLine line -> line(line);
            case UnitEnvironment a -> accepted(text -> new UnitEnvironment(name(), text));
            case RawText t -> accepted(RawText::new);
            case BindMount b ->
                new BindMount("/" + word().replaceAll("[:%]", ""), "/" + word().replaceAll("[:%]", ""), b.options());
        };
    }

    private ExecLine line(ExecLine line) {
        List<ExecLine.Argument> arguments = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            arguments.addAll(((ExecLine) accepted(text -> ExecLine.of(line.program(), text))).arguments());
        }
        return new ExecLine(line.program(), arguments);
    }

    /**
     * Draws values until the sink accepts one: a rejected value cannot be written, which is the other half of the
     * contract.
     */
    private SinkValue accepted(Function<String, SinkValue> sink) {
        while (true) {
            Optional<SinkValue> value = made(sink, text());
            if (value.isPresent()) {
                return value.get();
            }
        }
    }

    private static Optional<SinkValue> made(Function<String, SinkValue> sink, String text) {
        try {
            return Optional.of(sink.apply(text));
        } catch (InternalFault refused) {
            return Optional.empty();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            text.append(
                    random.nextInt(4) == 0
                            ? Character.toString(1 + random.nextInt(0x10FFFF))
                            : NASTY.get(random.nextInt(NASTY.size())));
        }
        return text.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            word.append(WORD.charAt(random.nextInt(WORD.length())));
        }
        return random.nextInt(10) == 0 ? word.append('%').toString() : word.toString();
    }

    private String name() {
        return "V" + word().replaceAll("[^A-Za-z0-9]", "_");
    }
}
