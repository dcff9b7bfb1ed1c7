package io.bitbuilder.bbc.live;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides the classes of the live suite with one {@link LiveLedger}, and prints it when the last of them is done. */
final class LiveLedgerExtension implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(LiveLedgerExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        ledger(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LiveLedger.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return ledger(context);
    }

    private static LiveLedger ledger(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Printed.class, key -> new Printed(new LiveLedger()), Printed.class)
                .ledger();
    }

    /** JUnit closes the contents of its root store after the last class. */
    private record Printed(LiveLedger ledger) implements AutoCloseable {
        @Override
        public void close() {
            // On a line of its own: other libraries leave theirs open.
            IO.println("\n" + ledger.summary());
        }
    }
}
