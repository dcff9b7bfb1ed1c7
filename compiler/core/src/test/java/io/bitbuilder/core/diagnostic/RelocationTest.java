package io.bitbuilder.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings are shown by paths from where the command was started; all else stays. */
class RelocationTest {
    private static final SourceFile FILE =
            new SourceFile("tenants/acme/tenant.bbc", new Owner.Tenant("acme"), "tenant acme { }\n");
    private static final SourceFile STD = new SourceFile("stdlib/builtin.bbc", Owner.STD, "platform builtin { }\n");

    @Test
    void exactlyThePlacesOfAnInputMove() {
        Span here = new Span(FILE, 7, 11);
        Finding finding = Finding.of(Code.SYNTAX_ERROR, here, "m")
                .label("l")
                .also(new Span(STD, 0, 8), "std")
                .fix(new Fix("f", List.of(new TextEdit(here, "x"))));
        Finding moved = Relocation.below("fleet/", List.of(finding)).getFirst();
        assertEquals("fleet/tenants/acme/tenant.bbc:1:8", moved.primary().span().toString());
        assertEquals(
                "stdlib/builtin.bbc:1:1", moved.secondary().getFirst().span().toString());
        assertSame(
                moved.primary().span().file(),
                moved.fixes().getFirst().edits().getFirst().span().file());
        assertEquals(finding.message(), moved.message());
        assertEquals(List.of(finding), Relocation.below("", List.of(finding)));
    }
}
