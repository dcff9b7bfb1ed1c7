package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.CodePage;
import io.bitbuilder.bbc.diagnostic.Visible;
import io.bitbuilder.bbc.fault.InternalFault;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bbc explain CODE}: the page of a code; without a code, the list of all. */
@Command(
        name = "explain",
        description = "Explain a code: why it is a rule, a wrong and a right example.",
        footer = {"", "Examples:", "  bbc explain NET004", "  bbc explain          list all codes"})
final class ExplainCommand extends Helped implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "A code such as NET004; without one all are listed.")
    private Optional<String> code = Optional.empty();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (code.isEmpty()) {
            for (Code each : Code.values()) {
                console.out().println(each + "  " + each.title());
            }
            return 0;
        }
        String wanted = code.get().toUpperCase(Locale.ROOT);
        Optional<Code> known = Code.withId(wanted);
        if (known.isEmpty()) {
            console.err().println("bbc: no code " + Visible.ascii(wanted) + "; `bbc explain` lists all");
            return 2;
        }
        String page = CodePage.of(known.get()).orElseThrow(() -> new InternalFault("there is no page of " + wanted)).text();
        console.out().print(page);
        return 0;
    }
}
