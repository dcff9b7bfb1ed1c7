package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.convert.MetadataOfProgram;
import io.bitbuilder.bbc.convert.ProgramOfMetadata;
import io.bitbuilder.bbc.format.ProgramBlock;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.metadata.TemplateProfile;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one form of a tenant and returns the text of the other. */
final class ConvertRun {
    private static final String JSON = "metadata.json";
    private static final String PROGRAM = ".bbc";

    private final Console console;
    private final Findings findings;
    private long comments;

    ConvertRun(Console console, Findings findings) {
        this.console = console;
        this.findings = findings;
    }

    /** Returns the other form of a file or folder; empty if there are errors, which are findings. */
    Optional<String> convert(Path given) {
        List<Path> files = Files.isDirectory(console.folder().resolve(given)) ? filesOf(given) : List.of(given);
        return files.getFirst().toString().endsWith(PROGRAM) ? toMetadata(files) : toProgram(files.getFirst());
    }

    private Optional<String> toProgram(Path path) {
        Optional<SourceFile> file = source(path);
        Optional<ProgramBlock> profile = file.flatMap(f -> TemplateProfile.of(f, findings));
        if (profile.isPresent() || findings.hasErrors()) {
            return profile.flatMap(block -> block.text(findings));
        }
        Optional<SourceUnit> unit = file.map(f -> MetadataReader.read(f, findings));
        return unit.filter(u -> !findings.hasErrors()).flatMap(u -> ProgramOfMetadata.of(u, findings));
    }

    private Optional<String> toMetadata(List<Path> paths) {
        List<SourceUnit> units = new ArrayList<>();
        for (Path path : paths) {
            source(path).ifPresent(file -> {
                units.add(Parser.parse(file, findings));
                comments += comments(file);
            });
        }
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        if (units.stream().allMatch(unit -> unit.decls().isEmpty())) {
            throw new EnvironmentFault("no tenant to convert in `" + paths.getFirst() + "`");
        }
        Optional<String> json = MetadataOfProgram.of(units, findings);
        if (json.isPresent() && comments > 0) {
            console.err()
                    .println("bbc: " + comments + (comments == 1 ? " comment is" : " comments are")
                            + " lost: JSON has none");
        }
        return json;
    }

    private static long comments(SourceFile file) {
        return Parser.tokens(file, Limits.DEFAULT, new Findings()).orElse(List.of()).stream()
                .flatMap(token -> token.before().texts())
                .count();
    }

    /** Returns the files of a folder that has one form of a tenant. */
    private List<Path> filesOf(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(console.folder().resolve(folder))) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    throw new EnvironmentFault(
                            "`" + folder + "` has the folder `" + entry.getFileName() + "`: name the file to convert");
                }
                String name = entry.getFileName().toString();
                if (name.equals(JSON) || name.endsWith(PROGRAM)) {
                    files.add(folder.resolve(name));
                }
            }
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + folder + "`", e);
        }
        files.sort(Path::compareTo);
        boolean json = files.contains(folder.resolve(JSON));
        if (files.isEmpty() || json && files.size() > 1) {
            throw new EnvironmentFault("`" + folder + "` has "
                    + (json ? "metadata.json and *.bbc: name the file to convert" : "neither metadata.json nor *.bbc"));
        }
        return files;
    }

    private Optional<SourceFile> source(Path path) {
        ForeignFiles files = new ForeignFiles(console, findings);
        files.file(path);
        return files.all().stream().findFirst();
    }
}
