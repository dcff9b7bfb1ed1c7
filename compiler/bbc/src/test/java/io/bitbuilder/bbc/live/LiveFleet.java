package io.bitbuilder.bbc.live;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.oracle.HostTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sources, those in {@code oracle/live} or of an example, in a state that a test changes step by step; each state can
 * be compiled.
 *
 * @param folder scratch folder; the sources are in its subfolder {@code sources}
 */
record LiveFleet(Path folder) {

    /** Copies the sources in {@code oracle/live}. */
    static LiveFleet in(Path folder) throws IOException {
        return in(folder, "oracle/live");
    }

    /** Copies the sources in a folder of the repository. */
    static LiveFleet in(Path folder, String sources) throws IOException {
        Path from = Repository.path(sources);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to =
                        folder.resolve("sources").resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
        return new LiveFleet(folder);
    }

    /** Replaces a string that a file must contain. */
    void edit(String file, String former, String next) {
        Path path = folder.resolve("sources").resolve(file);
        try {
            String text = Files.readString(path);
            if (!text.contains(former)) {
                throw new AssertionError(file + " does not have: " + former);
            }
            Files.writeString(path, text.replace(former, next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a tenant to the fleet. */
    void add(String tenant, String program) {
        edit("platform/platform.bbc", "  admit red ", "  admit " + tenant + " { }\n  admit red ");
        write("tenants/" + tenant + "/tenant.bbc", program);
    }

    /** Writes a file of the fleet. */
    void write(String file, String text) {
        Path path = folder.resolve("sources").resolve(file);
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file of the fleet. */
    void delete(String file) {
        try {
            Files.delete(folder.resolve("sources").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a tenant from the fleet. */
    void remove(String tenant) {
        Path tenants = folder.resolve("sources/tenants").resolve(tenant);
        try {
            Files.delete(tenants.resolve("tenant.bbc"));
            Files.delete(tenants);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renames a tenant's folder and its declaration. */
    void rename(String tenant, String name) {
        Path tenants = folder.resolve("sources/tenants");
        try {
            Files.move(tenants.resolve(tenant), tenants.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        edit("tenants/" + name + "/tenant.bbc", "tenant " + tenant + " {", "tenant " + name + " {");
    }

    /** Compiles the sources as they are now; the tree of their one host. */
    HostTree compile(String name) {
        return compile(name, "node");
    }

    /** The same for a host of another name. */
    HostTree compile(String name, String host) {
        Findings findings = new Findings();
        Optional<Tree> tree = Compiler.compile(
                        Input.ofFolders(List.of(folder.resolve("sources")), findings), AllocationMode.FREE, findings)
                .tree();
        Path target = folder.resolve(name);
        FolderWriter.write(
                tree.orElseThrow(() -> new AssertionError(findings.sorted().toString())), target);
        return new HostTree("live/" + name, target.resolve("hosts/" + host + "/etc"));
    }
}
