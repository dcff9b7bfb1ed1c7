package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.conf.ConfFile;
import io.bitbuilder.systemd.conf.ConfReader;
import io.bitbuilder.systemd.conf.Dialect;
import io.bitbuilder.systemd.conf.SectionHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reader of bbc's own files as systemd reads them. A line that systemd would warn about or read differently is a fault.
 */
public final class EmittedFileReader {
    private EmittedFileReader() {}

    /** Returns the assignments of a file; {@code sections} is false for files without headers. */
    public static List<Assignment> read(String path, String text, boolean sections) {
        if (!text.endsWith("\n") || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0) {
            throw fault(path, 0, "invalid line ends");
        }
        if (text.endsWith("\\\n")) {
            throw fault(path, 0, "the last line is continued");
        }
        ConfFile file = ConfReader.read(path, text.getBytes(StandardCharsets.UTF_8), Dialect.FLAT);
        file.syntaxErrors().stream().findFirst().ifPresent(error -> {
            throw fault(path, error.span().line(), error.reason());
        });
        for (Assignment line : file.assignments()) {
            if (sections == line.section().equals(SectionHeader.NONE)) {
                throw fault(path, line.line(), "a line is not a directive of a section");
            }
        }
        return file.assignments();
    }

    private static InternalFault fault(String path, int line, String what) {
        return new InternalFault(path + ":" + line + ": " + what);
    }
}
