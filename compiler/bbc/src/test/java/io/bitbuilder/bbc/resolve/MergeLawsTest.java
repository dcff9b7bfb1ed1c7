package io.bitbuilder.bbc.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The merge rule against {@link MergeModel}, in two orders of the same declarations and statements.
 * {@code -Dbbc.merge.cases} and {@code -Dbbc.seed} choose the programs.
 */
class MergeLawsTest {
    private static final int CASES = Integer.getInteger("bbc.merge.cases", 2_000);
    private static final long SEED = Long.getLong("bbc.seed", 1);

    /** Not part of the rule: a volume without size. */
    private static final String MISSING_SIZE = "RES001";

    @Test
    void theResultFollowsFromWritersAndUsesAlone() {
        for (int i = 0; i < CASES; i++) {
            long seed = SEED * 1_000_003 + i;
            MergeCase program = MergeCase.of(new Random(seed));
            MergeModel model = MergeModel.of(program);
            Map<String, String> expected = model.result();
            for (int order = 0; order < 2; order++) {
                Random shuffle = new Random(seed + order);
                String platform = program.platform(shuffle);
                String tenant = program.tenant(shuffle);
                assertEquals(expected + " " + model.codes, compiled(platform, tenant), () -> platform + "\n" + tenant);
            }
        }
        System.out.printf("merge rule: %,d programs as the model says%n", CASES);
    }

    private static String compiled(String platform, String tenant) {
        TestProgram program = new TestProgram().platform(platform).acme(tenant);
        Block web = program.program().tenants().getFirst().blocks("container").getFirst();
        Map<String, String> shown = new LinkedHashMap<>();
        for (MergeCase.Field field : MergeCase.Field.values()) {
            shown.put(field.path, shown(web.stated(field.path)));
        }
        for (String name : MergeCase.VOLUMES) {
            shown.put(
                    "volume " + name,
                    web.block("volume", name)
                            .map(v -> "size " + shown(v.stated("size")))
                            .orElse("absent"));
        }
        Set<String> codes = new TreeSet<>();
        program.findings().stream()
                .map(f -> f.code().id())
                .filter(c -> !c.equals(MISSING_SIZE))
                .forEach(codes::add);
        return shown + " " + codes;
    }

    /** Elements and keys are numbers in the model. */
    private static String shown(Value value) {
        return switch (value) {
            case Value.Entries(var entries) -> {
                Map<String, String> byKey = new TreeMap<>();
                entries.forEach((key, entry) -> byKey.put(key.substring(1), ValueFormatter.text(entry)));
                yield byKey.toString();
            }
            default -> ValueFormatter.text(value).replace("v", "").replace("GiB", "");
        };
    }
}
