package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        Optional<Code> known = Arrays.stream(Code.values()).filter(c -> c.name().equals(wanted)).findFirst();
        if (known.isEmpty()) {
            console.err().println("bbc: no code " + Shown.line(wanted) + "; `bbc explain` lists all");
            return 2;
        }
        console.out().print(page(known.get()));
        return 0;
    }

    /** The page of a code, as it stands in the standard library. */
    static String page(Code code) {
        String name = "/stdlib/codes/" + code + ".md";
        try (InputStream in = ExplainCommand.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new InternalFault("there is no page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InternalFault("the page " + name + " can't be read", e);
        }
    }
}
