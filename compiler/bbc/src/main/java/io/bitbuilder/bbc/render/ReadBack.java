package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.EmittedFileReader;
import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftTokens;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.grammar.ValueGrammars;
import io.bitbuilder.systemd.grammar.common.Complaint;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.object.LineChecker;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Compares a rendered file with its artefact, and finds the origin of each line. */
final class ReadBack {

    private final Catalogue catalogue;
    private final int systemd;

    /** Not thread-safe. */
    private final LineChecker checker;

    ReadBack(Catalogue catalogue, int systemd) {
        this.checker = new LineChecker(catalogue, ValueGrammars.load(), systemd);
        this.catalogue = catalogue;
        this.systemd = systemd;
    }

    LineOrigins compare(SystemdFile file, String text) {
        Iterator<Assignment> read = EmittedFileReader.read(
                        file.path(), text, file.kind().hasSections())
                .iterator();
        LineOrigins.Builder origins = new LineOrigins.Builder();
        int block = -1;
        for (Section section : file.sections()) {
            block++;
            for (Entry meant : section.entries()) {
                if (!read.hasNext()) {
                    throw fault(file.path(), 0, "missing " + section.name() + "." + meant.key());
                }
                Assignment found = read.next();
                compare(file, section, block, meant, found);
                if (meant.value() instanceof ExecLine command && SectionPrinter.isContinued(command)) {
                    arguments(meant, command, found.line(), origins);
                } else {
                    origins.add(found.line(), meant.origin());
                }
            }
        }
        if (read.hasNext()) {
            throw fault(file.path(), read.next().line(), "unexpected line");
        }
        return origins.build();
    }

    /** Adds the lines of a continued command, which ends on the line of the assignment. */
    private static void arguments(Entry meant, ExecLine command, int last, LineOrigins.Builder origins) {
        int line = last - command.arguments().size();
        origins.add(line, meant.origin());
        for (ExecLine.Argument argument : command.arguments()) {
            line++;
            if (!argument.isFixed()) {
                origins.add(line, argument.origin().orElse(meant.origin()));
            }
            if (argument.reason().isPresent()) {
                origins.reason(line, argument.reason().get());
            }
        }
    }

    private void compare(SystemdFile file, Section section, int block, Entry meant, Assignment found) {
        boolean same = found.section().equals(section.name())
                && found.header().index() == block
                && found.key().equals(meant.key())
                && meant.value().isReadFrom(found.value());
        if (!same) {
            throw fault(
                    file.path(),
                    found.line(),
                    "found " + found.section() + "." + found.key() + "=" + found.value() + ", expected "
                            + section.name() + "." + meant.key() + "=" + meant.value());
        }
        String place = section.name() + "." + meant.key();
        Directive directive = file.kind().content().stream()
                .flatMap(type -> catalogue.find(type, section.name(), meant.key()).stream())
                .findFirst()
                .orElseThrow(() -> fault(file.path(), found.line(), "systemd does not read " + place));
        if (!directive.lifespan().usedBy(systemd)
                || directive.lifespan().deprecatedIn(systemd)
                || directive.oldName()) {
            throw fault(file.path(), found.line(), "systemd " + systemd + " does not use " + place);
        }
        if (directive.specifiers() && hasSpecifier(found.value())) {
            throw fault(file.path(), found.line(), place + " contains a specifier");
        }
        List<Complaint> complaints =
                checker.judge(directive, FilePath.of(file.path()).object(), found.value());
        if (!complaints.isEmpty()) {
            throw fault(
                    file.path(),
                    found.line(),
                    "systemd " + systemd + " rejects " + place + "=" + found.value() + ": "
                            + complaints.getFirst().reason());
        }
    }

    /**
     * Returns whether the value has a specifier: a doubled {@code %} is one character, and one at the end begins none.
     */
    private static boolean hasSpecifier(String value) {
        int sign = value.indexOf('%');
        while (sign >= 0 && sign + 1 < value.length() && value.charAt(sign + 1) == '%') {
            sign = value.indexOf('%', sign + 2);
        }
        return sign >= 0 && sign + 1 < value.length();
    }

    LineOrigins compare(TableFile file, String text) {
        LineOrigins.Builder origins = new LineOrigins.Builder();
        Iterator<TableFile.Row> meant = file.rows().iterator();
        int line = 0;
        for (String row : text.lines().toList()) {
            line++;
            if (row.startsWith("#")) {
                continue;
            }
            List<String> fields = List.of(row.split(" ", -1));
            if (!meant.hasNext()) {
                throw fault(file.path(), line, "unexpected line");
            }
            TableFile.Row wanted = meant.next();
            if (!fields.equals(wanted.fields().stream().map(Object::toString).toList())) {
                throw fault(file.path(), line, "found " + row + ", expected " + wanted.fields());
            }
            origins.add(line, wanted.origin());
        }
        if (meant.hasNext()) {
            throw fault(file.path(), line, "missing " + meant.next().fields());
        }
        return origins.build();
    }

    LineOrigins compare(NftFile file, String text) {
        LineOrigins.Builder origins = new LineOrigins.Builder();
        List<NftTokens.Token> meant = NftTokens.meant(file);
        List<NftTokens.Token> read = NftTokens.read(text);
        for (int at = 0; at < Math.max(meant.size(), read.size()); at++) {
            Optional<NftTokens.Token> wanted = at < meant.size() ? Optional.of(meant.get(at)) : Optional.empty();
            Optional<NftTokens.Token> found = at < read.size() ? Optional.of(read.get(at)) : Optional.empty();
            if (!wanted.map(NftTokens.Token::text).equals(found.map(NftTokens.Token::text))) {
                throw fault(
                        file.path(),
                        found.map(NftTokens.Token::line).orElse(0),
                        "found " + found.map(NftTokens.Token::text) + ", expected "
                                + wanted.map(NftTokens.Token::text));
            }
            int line = found.orElseThrow().line();
            wanted.flatMap(NftTokens.Token::origin).ifPresent(o -> origins.add(line, o));
        }
        return origins.build();
    }

    static InternalFault fault(String path, int line, String what) {
        return new InternalFault("the compiled file " + path + ":" + line + " differs from its artefact: " + what);
    }
}
