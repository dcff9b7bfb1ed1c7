package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Fleet;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fleet of a test, written in the language and compiled by the real front end. */
public final class TestFleet {
    private TestFleet() {}

    /** Compiles a program of a platform and tenants; any finding fails the test. */
    public static Fleet of(String program) {
        TestProgram test = program(program);
        Fleet fleet = test.fleet().orElseThrow(() -> new AssertionError(test.text()));
        assertEquals("", test.text());
        return fleet;
    }

    /** Divides a program into a file of each owner; each block begins in column 1. */
    public static TestProgram program(String program) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String block : program.split("(?m)^(?=platform |tenant )")) {
            String[] words = block.split(" ", 3);
            String path = switch (words[0]) {
                case "platform" -> "platform/platform.bbc";
                case "tenant" -> "tenants/" + words[1] + "/tenant.bbc";
                default -> throw new AssertionError("unknown block: " + block);
            };
            files.merge(path, block, String::concat);
        }
        TestProgram test = new TestProgram();
        files.forEach(test::file);
        return test;
    }
}
