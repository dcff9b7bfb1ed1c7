package io.bitbuilder.systemd.differential;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** The disagreements that stay are documented, and every type of file has its goal. */
class AgreementTest {
    @Test
    void acceptedDisagreementsAreDocumented() throws IOException {
        String page = Files.readString(Repository.path("docs/verify.md"));
        for (Agreement.Accepted accepted : Agreement.accepted()) {
            assertTrue(page.contains(accepted.row()), () -> "docs/verify.md lacks the line\n" + accepted.row());
        }
    }

    @Test
    void everyTypeHasAGoal() {
        assertTrue(Agreement.goals().keySet().containsAll(EnumSet.allOf(FileType.class)));
    }
}
