package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files that belong to no fleet, decoded like those of one; symbolic links are not followed. */
final class ForeignFiles {
    private static final int FILES = 1000;
    private static final int DEPTH = 8;

    private final Console console;
    private final Findings findings;
    private final List<SourceFile> files = new ArrayList<>();

    ForeignFiles(Console console, Findings findings) {
        this.console = console;
        this.findings = findings;
    }

    /** Returns the files that could be decoded. */
    List<SourceFile> all() {
        return files;
    }

    /** Reads a file, or all of a folder but hidden ones. */
    void add(Path given) {
        Path path = console.folder().resolve(given);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            file(given);
            return;
        }
        try (Stream<Path> walk = Files.walk(path, DEPTH)) {
            walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(path::relativize)
                    .filter(file -> !("/" + file).contains("/."))
                    .sorted()
                    .forEach(file -> file(given.resolve(file)));
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + given + "`", e);
        } catch (UncheckedIOException e) {
            throw EnvironmentFault.of("cannot read `" + given + "`", e.getCause());
        }
    }

    /** Reads a file; a mistake in its characters is a finding. */
    void file(Path given) {
        Path file = console.folder().resolve(given);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new EnvironmentFault("`" + given + "` is not a regular file");
        }
        if (files.size() >= FILES) {
            throw new EnvironmentFault("more than " + FILES + " files");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            RawFile raw = new RawFile(given.toString(), in.readNBytes((int) Limit.FILE_BYTES.ceiling() + 1));
            new Decoder(Limits.DEFAULT)
                    .decode(raw, Owner.of(raw.path()), findings)
                    .ifPresent(files::add);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + given + "`", e);
        }
    }
}
