package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in the notation of other languages, unknown units, and names that begin with a digit. */
final class NumberMistakes {
    private static final Pattern SEPARATED = Pattern.compile("\\d{1,3}(_\\d{3})+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z-]* +$");
    private static final Pattern MILLI = Pattern.compile("\\d{1,9}m");
    /** Fields that orchestrators of containers write in thousandths. */
    private static final Pattern CORES = Pattern.compile("(cores|cpu)\\s*=\\s*$");

    private static final int MILLIS = 3;

    private NumberMistakes() {}

    /** Returns the finding for a token that begins with a digit. */
    static Finding finding(Span span) {
        String text = span.text();
        if (isLabel(span)) {
            return Finding.of(Code.INVALID_NUMBER, span, "invalid name `" + text + "`: it begins with a digit")
                    .why("the name becomes part of unit, file and interface names")
                    .fix("begin it with a letter");
        }
        Finding finding = Finding.of(Code.INVALID_NUMBER, span, "invalid number or unknown unit `" + text + "`");
        Optional<String> plain = plain(text);
        if (plain.isPresent()) {
            return finding.why("numbers are decimal digits without separators").fix(write(span, plain.get()));
        }
        finding = finding.why("sizes end with B, KiB, MiB, GiB, TiB, PiB (binary) or KB, MB, GB, TB, PB "
                + "(decimal); time spans with us, ms, s, min, h, d; rates with bit, Kbit, Mbit, Gbit, Tbit");
        if (MILLI.matcher(text).matches()) {
            String number = text.substring(0, text.length() - 1);
            return CORES.matcher(head(span)).find()
                    ? finding.fix(write(
                            span,
                            new BigDecimal(number)
                                    .movePointLeft(MILLIS)
                                    .stripTrailingZeros()
                                    .toPlainString()))
                    : finding.fix(new Fix("write `" + number + "min`", List.of(new TextEdit(span, number + "min"))));
        }
        Optional<String> near = Units.nearest(text);
        return near.isPresent()
                ? finding.fix(write(span, near.get()))
                : finding.fix("write a number with one of these units, such as `512MiB`");
    }

    private static boolean isLabel(Span span) {
        return LABEL.matcher(head(span)).find() && span.text().matches("\\d+[a-z].*");
    }

    private static String head(Span span) {
        return span.file().text().substring(span.file().offsetOf(span.line()), span.start());
    }

    private static Optional<String> plain(String text) {
        if (SEPARATED.matcher(text).matches()) {
            return Optional.of(text.replace("_", ""));
        }
        return HEXADECIMAL.matcher(text).matches()
                ? Optional.of(new BigInteger(text.substring(2), 16).toString())
                : Optional.empty();
    }

    private static Fix write(Span span, String text) {
        return Fix.certain("write `" + text + "`", new TextEdit(span, text));
    }
}
