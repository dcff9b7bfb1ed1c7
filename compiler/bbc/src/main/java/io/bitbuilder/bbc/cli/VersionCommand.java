package io.bitbuilder.bbc.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bbc version}. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    /** Returns the version of this build; "development" outside its jar. */
    static String version() {
        return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public Integer call() {
        console.out().println("bbc " + version());
        return 0;
    }
}
