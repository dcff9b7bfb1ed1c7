package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Fleet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fleet of a test, written in the language and compiled by the real front end. */
public final class TestFleet {
    private static final Pattern BLOCK = Pattern.compile("(?m)^(platform|tenant) (\\S+)[^}].*?^}\\n", Pattern.DOTALL);

    private TestFleet() {}

    /** Compiles a program of a platform and tenants, each block closed in column 1; any finding fails the test. */
    public static Fleet of(String program) {
        TestProgram test = new TestProgram();
        Matcher block = BLOCK.matcher(program);
        while (block.find()) {
            boolean platform = block.group(1).equals("platform");
            test.file(platform ? "platform/platform.bbc" : "tenants/" + block.group(2) + "/tenant.bbc", block.group());
        }
        Fleet fleet = test.fleet().orElseThrow(() -> new AssertionError(test.text()));
        assertEquals("", test.text());
        return fleet;
    }
}
