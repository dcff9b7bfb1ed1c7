package io.bitbuilder.bbc.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and folders are counted before they are read; each limit is reported once, at its first file. */
class InputBudgetTest {
    private final List<Finding> findings = new ArrayList<>();

    private InputBudget budget(Limit limit, long value) {
        return new InputBudget(Limits.DEFAULT.with(limit, value), findings::add);
    }

    private void reported(Limit limit, String path) {
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().message().contains("(limit " + limit.title() + ": "), findings::toString);
        assertEquals(path, findings.getFirst().primary().span().file().path());
    }

    @Test
    void filesOfATenant() {
        InputBudget budget = budget(Limit.TENANT_FILES, 2);
        assertTrue(budget.file("tenants/a/1.bbc", 1) && budget.file("tenants/a/2.bbc", 1));
        assertFalse(budget.isFull("tenants/a/3.bbc"));
        assertFalse(budget.file("tenants/a/3.bbc", 1) || budget.file("tenants/a/4.bbc", 1));
        assertTrue(budget.isFull("tenants/a/5.bbc"));
        assertTrue(budget.file("tenants/b/1.bbc", 1), "another tenant's files are its own");
        reported(Limit.TENANT_FILES, "tenants/a/3.bbc");
    }

    @Test
    void bytesOfATenant() {
        InputBudget budget = budget(Limit.TENANT_BYTES, 100);
        assertTrue(budget.file("tenants/a/1.bbc", 100));
        assertFalse(budget.file("tenants/a/2.bbc", 1));
        reported(Limit.TENANT_BYTES, "tenants/a/2.bbc");
    }

    @Test
    void aHugeFileCountsWhatIsReadOfIt() {
        InputBudget budget = new InputBudget(Limits.DEFAULT, findings::add);
        assertTrue(budget.file("tenants/a/1.bbc", 1L << 40));
        assertTrue(findings.isEmpty());
    }

    @Test
    void filesAndBytesOfARun() {
        InputBudget files = budget(Limit.FLEET_FILES, 1);
        assertTrue(files.file("platform/p.bbc", 1));
        assertFalse(files.file("tenants/a/1.bbc", 1));
        reported(Limit.FLEET_FILES, "tenants/a/1.bbc");
        findings.clear();
        InputBudget bytes = budget(Limit.FLEET_BYTES, 10);
        assertFalse(bytes.file("tenants/a/1.bbc", 11));
        reported(Limit.FLEET_BYTES, "tenants/a/1.bbc");
    }

    @Test
    void entriesOfFolders() {
        InputBudget budget = budget(Limit.FLEET_ENTRIES, 2);
        assertTrue(budget.entry(() -> "docs/1.md") && budget.entry(() -> "docs/2.md"));
        assertFalse(budget.entry(() -> "docs/3.md") || budget.entry(() -> "docs/4.md"));
        reported(Limit.FLEET_ENTRIES, "docs/3.md");
    }
}
