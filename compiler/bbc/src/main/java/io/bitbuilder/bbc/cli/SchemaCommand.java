package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.jsonschema.MetadataSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bbc schema}. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (draft 2020-12) of metadata.json, for editors and pipelines.",
        footer = {
            "",
            "Examples:",
            "  bbc schema > metadata.schema.json",
            "  check-jsonschema --schemafile metadata.schema.json tenants/*/metadata.json"
        })
final class SchemaCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    /** Inputs with a schema. */
    enum Subject {
        /** Format 1.0 of metadata.json. */
        METADATA
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            defaultValue = "metadata",
            description = "metadata, the only one (default).")
    private Subject subject = Subject.METADATA;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out()
                .print(
                        switch (subject) {
                            case METADATA -> MetadataSchema.text();
                        });
        return 0;
    }
}
