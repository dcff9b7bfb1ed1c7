package io.bitbuilder.systemd.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, spans of time, sizes and shares as systemd writes them. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10, 10",
        "010, 8",
        "0x10, 16",
        "0b101, 5",
        "0o17, 15",
        "+5, 5",
        "' 5', 5",
        "-0, 0",
        "18446744073709551615, 18446744073709551615"
    })
    void numbersHaveTheBaseOfTheirPrefix(String text, BigInteger value) {
        assertEquals(Parsed.good(value), Numbers.uint64(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "5 ", "08", "0x", "1.5", "18446744073709551616", "a", "١", "--1", "+-1"})
    void otherStringsAreNotNumbers(String text) {
        assertInstanceOf(Parsed.Bad.class, Numbers.uint64(text));
    }

    @Test
    void rulesRefuseInvalidNumbers() {
        assertInstanceOf(Parsed.Bad.class, Numbers.unsigned("010", 10, EnumSet.of(Numbers.Rule.NO_LEADING_ZERO)));
        assertInstanceOf(Parsed.Bad.class, Numbers.unsigned("+1", 10, EnumSet.of(Numbers.Rule.NO_SIGN)));
        assertInstanceOf(Parsed.Bad.class, Numbers.unsigned(" 1", 10, EnumSet.of(Numbers.Rule.NO_BLANKS)));
        assertEquals(Parsed.good(BigInteger.ZERO), Numbers.unsigned("0", 10, EnumSet.allOf(Numbers.Rule.class)));
        assertEquals(Parsed.good(BigInteger.valueOf(255)), Numbers.unsigned("ff", 16, Set.of()));
        assertEquals(Parsed.good(0644L), Numbers.mode("0644"));
        assertInstanceOf(Parsed.Bad.class, Numbers.mode("10000"));
        assertEquals(Parsed.good(new IntRange(1, 5)), Numbers.range("1-5"));
        assertInstanceOf(Parsed.Bad.class, Numbers.range("1-"));
        assertInstanceOf(Parsed.Bad.class, Numbers.ports("5-1", true));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5000000",
        "5s, 5000000",
        "1min 30s, 90000000",
        "1min30s, 90000000",
        "1.5h, 5400000000",
        ".5, 500000",
        "0, 0",
        "infinity, 18446744073709551615",
        "1y 2M, 36817200000000",
        "5ms, 5000",
        "1 2, 3000000"
    })
    void spansAddUp(String text, BigInteger micros) {
        assertEquals(Parsed.good(micros), TimeSpans.seconds(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s",
                "-5",
                "5x",
                "1.s",
                "5.",
                "12.34.56",
                "infinity 5",
                "584542y",
                "1e3",
                "5s,6s",
                "99999999999999999999"
            })
    void otherStringsAreNotSpans(String text) {
        assertInstanceOf(Parsed.Bad.class, TimeSpans.seconds(text));
    }

    @Test
    void nanosecondsAreTheirOwnUnit() {
        assertEquals(Parsed.good(BigInteger.valueOf(5)), TimeSpans.nanos("5"));
        assertEquals(Parsed.good(BigInteger.valueOf(5007)), TimeSpans.nanos("5us 7nsec"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1K, 1024",
        "1G500M, 1598029824",
        "1.5K, 1536",
        "10.M, 10485760",
        "5 B, 5",
        "15E, 17293822569102704640"
    })
    void sizesAddUpFromTheLargest(String text, BigInteger bytes) {
        assertEquals(Parsed.good(bytes), Sizes.parse(text, Sizes.IEC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K", "1K1M", "1 2", "-1", "16E", "15.9E", "5x", "1KB2"})
    void otherStringsAreNotSizes(String text) {
        assertInstanceOf(Parsed.Bad.class, Sizes.parse(text, Sizes.IEC), text);
    }

    @Test
    void sharesHaveTheirSigns() {
        assertEquals(Parsed.good(5050L), Percentages.permyriad("50.5%"));
        assertEquals(Parsed.good(55L), Percentages.permyriad("5.5\u2030"));
        assertEquals(Parsed.good(7L), Percentages.permyriad("7\u2031"));
        assertEquals(Parsed.good(505L), Percentages.permille("50.5%"));
        assertInstanceOf(Parsed.Bad.class, Percentages.permille("50.55%"));
        assertInstanceOf(Parsed.Bad.class, Percentages.percent("50.5%"));
        assertInstanceOf(Parsed.Bad.class, Percentages.atMost(Percentages.percent("101%"), 100));
    }

    @Property
    void everyNumberIsReadBackInEveryBase(@ForAll @LongRange(min = 0) long n) {
        Parsed<BigInteger> number = Parsed.good(BigInteger.valueOf(n));
        assertEquals(number, Numbers.uint64(Long.toString(n)));
        assertEquals(number, Numbers.uint64("0x" + Long.toHexString(n)));
        assertEquals(number, Numbers.uint64("0b" + Long.toBinaryString(n)));
        assertEquals(number, Numbers.uint64("0" + Long.toOctalString(n)));
        assertEquals(number, TimeSpans.micros(n + "us", 1));
        assertEquals(number, Sizes.parse(n + "B", Sizes.SI));
    }
}
