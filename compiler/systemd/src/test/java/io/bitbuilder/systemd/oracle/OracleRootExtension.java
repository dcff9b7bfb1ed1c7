package io.bitbuilder.systemd.oracle;

import io.bitbuilder.core.Repository;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Builds the root once and passes it to the tests as an {@link OracleRoot}. Concurrent processes wait for each other:
 * the script locks a file next to the root. Where the root cannot be built, the tests are skipped with the reason; with
 * the system property {@code bbc.oracle.required=true} they fail instead.
 */
public final class OracleRootExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(OracleRootExtension.class);
    private static final Duration MAKING = Duration.ofMinutes(10);

    @Override
    public void beforeAll(ExtensionContext context) {
        State state =
                context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(State.class, key -> make(), State.class);
        switch (state) {
            case Ready ready -> {}
            case Missing(String reason) -> refuse(reason);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OracleRoot.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return switch (context.getRoot().getStore(NAMESPACE).get(State.class, State.class)) {
            case Ready(OracleRoot root) -> root;
            case Missing(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** Skips the tests of this class with the reason, or fails them where the oracles are compulsory. */
    public static void refuse(String reason) {
        if (Boolean.getBoolean("bbc.oracle.required")) {
            Assertions.fail("the oracles are required here: " + reason);
        }
        Assumptions.abort("no oracle: " + reason);
    }

    private static State make() {
        String script = Repository.path("oracle/make-root.sh").toString();
        Command.Outcome check = Command.of(MAKING, script, "--check").run();
        if (check.exit() != 0) {
            return new Missing(check.output().strip());
        }
        Command.Outcome made = Command.of(MAKING, script).run();
        if (made.exit() != 0) {
            return new Missing("the root could not be made: " + made.output().strip());
        }
        return new Ready(new OracleRoot(Path.of(made.lines().getLast())));
    }

    private sealed interface State {}

    private record Ready(OracleRoot root) implements State {}

    private record Missing(String reason) implements State {}
}
