package io.bitbuilder.core.scalar;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** A whole number followed by a unit: the common form of sizes, rates and time spans. */
final class Quantity {
    /** A unit: how it is written and how many base units it is. */
    record Unit(String name, long factor) {}

    private static final int MAX_DIGITS = 19;

    private Quantity() {}

    /** Returns the number times factor, if both are well-formed and the product does not exceed max. */
    static Parsed<Long> parse(String text, List<Unit> units, long max) {
        Cursor in = new Cursor(text);
        if (in.digitsAhead() == 0) {
            return Parsed.bad("it does not begin with a digit");
        }
        if (in.leadingZeroAhead()) {
            return Parsed.bad("it has a leading zero");
        }
        if (in.digitsAhead() > MAX_DIGITS) {
            return Parsed.bad("it has more than " + MAX_DIGITS + " digits");
        }
        BigInteger number = new BigInteger(text.substring(0, in.digitsAhead()));
        String name = text.substring(in.digitsAhead());
        if (name.startsWith(".")) {
            return Parsed.bad("it has a fraction; write an integer with a smaller unit");
        }
        for (Unit unit : units) {
            if (unit.name.equals(name)) {
                BigInteger product = number.multiply(BigInteger.valueOf(unit.factor));
                return product.compareTo(BigInteger.valueOf(max)) <= 0
                        ? Parsed.good(product.longValueExact())
                        : Parsed.bad("it exceeds the maximum");
            }
        }
        return Parsed.bad(unknownUnit(name, units));
    }

    private static String unknownUnit(String name, List<Unit> units) {
        String all = units.stream().map(Unit::name).filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            return "missing unit (expected " + all + ")";
        }
        return units.stream()
                .filter(u -> u.name.equalsIgnoreCase(name))
                .findFirst()
                .map(u -> "unknown unit `" + name + "`; write `" + u.name + "`")
                .orElse("unknown unit `" + name + "` (expected " + all + ")");
    }
}
