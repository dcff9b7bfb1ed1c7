package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.Entry;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;

/**
 * Printer of all files of sections: the banner, then each section with its directives in the order of the file. Values
 * escape themselves; the printer filters nothing.
 */
final class SectionPrinter {
    /** Columns of the longest command line that keeps its arguments on one line. */
    private static final int COLUMNS = 120;

    private final StringBuilder out = new StringBuilder(512);

    private SectionPrinter() {}

    /** Returns the text of a file. */
    static String print(SystemdFile file) {
        SectionPrinter printer = new SectionPrinter();
        if (file.kind().hasSections()) {
            printer.line(file.banner().toString());
        }
        boolean first = true;
        for (Section section : file.sections()) {
            if (!first) {
                printer.line("");
            }
            first = false;
            printer.section(file, section);
        }
        return printer.out.toString();
    }

    private void section(SystemdFile file, Section section) {
        section.remark().ifPresent(remark -> line("# " + remark));
        if (file.kind().hasSections()) {
            line("[" + section.name() + "]");
        }
        for (Entry entry : section.entries()) {
            out.append(entry.key()).append('=');
            if (entry.value() instanceof ExecLine command && isContinued(command)) {
                command(command);
            } else {
                out.append(entry.value().text());
            }
            line("");
        }
    }

    /** Returns whether each argument has a line of its own. */
    static boolean isContinued(ExecLine command) {
        return command.text().length() > COLUMNS;
    }

    /** Prints one argument a line, so that a changed argument is a changed line in a diff. */
    private void command(ExecLine command) {
        out.append(command.program());
        command.arguments().forEach(word -> out.append(" \\\n    ").append(word));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
