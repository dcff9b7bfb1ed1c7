package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.CodePage;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every code has a page, its wrong example reports the code, and its right example reports no error. */
class CodePagesTest {
    private static final Pattern FORM =
            Pattern.compile("# \\w+: [^\n]+\n\n## Why\n.+\n\n## Wrong\n.+\n\n## Right\n.+", Pattern.DOTALL);

    /** Codes of mistakes that cannot be written on a page; they have tests next to the code that reports them. */
    private static final Set<Code> SHOWN_ONLY = EnumSet.of(
            Code.NOT_A_REGULAR_FILE,
            Code.DUPLICATE_PATH,
            Code.DEPENDENCY_TOO_DEEP,
            Code.MISSING_LOCK,
            Code.LOCK_CHANGED,
            Code.NOT_IN_FORMAT,
            Code.FAILED_EXPECTATION,
            Code.UNEXPECTED_FINDINGS,
            Code.UNUSED_WAIVER_IN_CHANGE,
            Code.EXPIRED_WAIVER,
            Code.EXPIRED_WAIVER_OF_BASE,
            Code.UNUSED_LOCK_LINE,
            Code.PLATFORM_FILES_CHANGED,
            Code.INVALID_GIT_TREE,
            Code.INVALID_GIT_MODE,
            Code.GIT_LFS_UNSUPPORTED,
            Code.UNMERGED_PATH,
            Code.MERGE_NOT_CLEAN,
            Code.MOST_WORKLOADS_STOP,
            Code.STRINGS_TOO_LARGE,
            Code.COMPILED_FILE_TOO_LARGE,
            Code.SIZE_DECREASED,
            Code.DUPLICATE_DATA,
            Code.UNUSED_FORMER_NAME,
            Code.DATA_LOSS,
            Code.KEY_FILE_EXPOSED,
            Code.UNLOCKED_CLAIM_MOVED);

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        Set<String> codes = Stream.of(Code.values()).map(Code::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> pages = Repository.entries(Repository.path("stdlib/codes")).stream()
                .map(p -> p.getFileName().toString().replace(".md", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", codes), String.join("\n", pages));
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return Stream.of(Code.values())
                .filter(c -> CodePage.of(c).isPresent())
                .map(c -> DynamicTest.dynamicTest(
                        c.id(), () -> check(c, CodePage.of(c).orElseThrow())));
    }

    private static void check(Code code, CodePage page) {
        assertTrue(
                page.text().startsWith("# " + code + ": " + code.title() + "\n"), "the title differs from the code's");
        assertTrue(FORM.matcher(page.text()).matches(), "the page has other sections than Why, Wrong, Right");
        CodeExample wrong = CodeExample.of(page.section("Wrong")).orElseThrow();
        assertEquals(!SHOWN_ONLY.contains(code), wrong.isInput(), "whether the wrong example is compiled");
        if (wrong.isInput()) {
            List<Finding> findings = wrong.check();
            assertTrue(findings.stream().anyMatch(f -> f.code() == code), "the wrong example says " + text(findings));
        }
        CodeExample right = CodeExample.of(page.section("Right")).orElseThrow();
        if (right.isInput()) {
            List<Finding> findings = right.check();
            assertFalse(
                    findings.stream().anyMatch(f -> f.severity() == Severity.ERROR || f.code() == code),
                    "the right example says " + text(findings));
        }
    }

    private static String text(List<Finding> findings) {
        return findings.isEmpty()
                ? "nothing"
                : "\n" + TextReport.of(false, true, Limits.DEFAULT).print(findings);
    }
}
