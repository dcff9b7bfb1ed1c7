package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.format.Formatter;
import io.bitbuilder.bbc.plan.LineDiff;
import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.read.LinkedPaths;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run of {@code bbc fmt}: formats files one by one and reports those that do not parse. */
final class FmtRun {
    private static final String ENDING = ".bbc";

    /** What a run does with files that are not formatted. */
    enum Mode {
        /** Replaces them. */
        WRITE,
        /** Lists them. */
        CHECK,
        /** Prints the differences. */
        DIFF
    }

    private final Console console;
    private final Mode mode;
    private final Findings findings = new Findings();
    private boolean differs;

    FmtRun(Console console, Mode mode) {
        this.console = console;
        this.mode = mode;
    }

    /** Formats the named files and those of the named folders; returns the exit code. */
    int files(List<Path> given) {
        given.forEach(FmtRun::requireProgram);
        findings.addAll(LinkedPaths.of(given, console.folder()));
        if (findings.hasErrors()) {
            return exitCode(SourceViews.AS_THEY_ARE);
        }
        Findings reading = new Findings();
        SourceSet sources = Input.ofFolders(given, reading);
        Predicate<String> named = FolderReader.named(given);
        List<SourceFile> programs =
                sources.programs().stream().filter(f -> named.test(f.path())).toList();
        findings.addAll(unread(reading, named, programs));
        if (programs.isEmpty() && !findings.hasErrors()) {
            throw new EnvironmentFault("no *.bbc file to format");
        }
        Path base = FolderReader.base(given);
        SourceViews views = SourceViews.onDisk(console.folder(), base, FolderReader.top(given));
        for (SourceFile file : programs) {
            format(file, sources.limits())
                    .ifPresent(
                            text -> differs(base, file, text, views.toReader().apply(file.path())));
        }
        return exitCode(views);
    }

    /** Formats standard input, which belongs to no fleet: only the ceilings of limits hold. */
    int standardInput() {
        Limits limits = Limits.DEFAULT;
        for (Limit limit : Limit.values()) {
            limits = limits.with(limit, limit.ceiling());
        }
        RawFile raw = new RawFile("stdin", OpenedSource.standardInput(console));
        Optional<SourceFile> file = new Decoder(limits).decode(raw, Owner.PLATFORM, findings);
        if (file.isPresent()) {
            Optional<String> text = format(file.get(), limits);
            if (mode == Mode.WRITE) {
                text.ifPresent(console.out()::print);
            } else {
                text.ifPresent(after -> differs(Path.of(""), file.get(), after, raw.path()));
            }
        }
        return exitCode(SourceViews.AS_THEY_ARE);
    }

    private Optional<String> format(SourceFile file, Limits limits) {
        Findings own = new Findings();
        Optional<String> text = Formatter.format(file, limits, own);
        if (text.isEmpty()) {
            findings.addAll(own.all());
        }
        return text;
    }

    private void differs(Path base, SourceFile file, String text, String shown) {
        if (text.equals(file.text())) {
            return;
        }
        byte[] before = file.text().getBytes(StandardCharsets.UTF_8);
        byte[] after = text.getBytes(StandardCharsets.UTF_8);
        switch (mode) {
            case WRITE -> {
                new FileReplacement(base, file.path(), before, after).write(shown);
                console.err().println("formatted " + shown);
            }
            case CHECK -> console.out().println(shown);
            case DIFF -> console.out().print("--- " + shown + "\n+++ " + shown + "\n" + LineDiff.of(before, after));
        }
        differs = mode != Mode.WRITE;
    }

    private int exitCode(SourceViews views) {
        int code = FindingPrinter.print(console, Formatted.Format.TEXT, views, findings);
        return differs ? 1 : code;
    }

    /** Returns the errors about named files that could not be read; those across files are no matter of layout. */
    private static List<Finding> unread(Findings reading, Predicate<String> named, List<SourceFile> programs) {
        Set<String> read = programs.stream().map(SourceFile::path).collect(Collectors.toSet());
        return reading.all().stream()
                .filter(f -> f.severity() == Severity.ERROR && f.code() != Code.DUPLICATE_TENANT_FOLDER)
                .filter(f -> named.test(path(f)) && !read.contains(path(f)))
                .filter(f -> !path(f).endsWith(".json") && !path(f).endsWith(".lock"))
                .toList();
    }

    private static String path(Finding finding) {
        return finding.primary().span().file().path();
    }

    private static void requireProgram(Path path) {
        if (Files.isRegularFile(path)
                && !path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new EnvironmentFault("`" + path + "` is not a *.bbc file");
        }
    }
}
