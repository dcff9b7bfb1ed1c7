package io.bitbuilder.systemd.differential;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A generated file.
 *
 * @param id its name, of at most 15 letters and digits, so that interfaces can have it
 * @param text its bytes, one per character
 * @param how description of its generation
 */
record Sample(FileType type, String id, String text, String how) {

    /** The id of the n-th sample: of equal length, so that none begins another. */
    static String id(int n) {
        return String.format(Locale.ROOT, "d%05d", n);
    }

    String path() {
        return type.path(id);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The line of that number by systemd's counting; empty when there is none. */
    String line(int number) {
        String[] lines = text.split("\r\n|\n\r|\n|\r|\0", -1);
        return number < 1 || number > lines.length ? "" : TestResource.characters(lines[number - 1]);
    }

    /** {@code Section.Key} that a line belongs to, as far as it is one; else the line's form. */
    String subject(int number) {
        if (number == 0) {
            return "(file)";
        }
        String section = "";
        for (int n = 1; n <= number; n++) {
            String line = line(n).strip();
            if (line.startsWith("[")) {
                section = line;
            }
        }
        String line = line(number).strip();
        if (type.isTable()) {
            return line.isEmpty() ? "(empty line)" : line.split("\\s+")[0];
        }
        int equals = line.indexOf('=');
        return equals < 0 || line.startsWith("[")
                ? line.startsWith("[") ? "(header)" : "(no assignment)"
                : section + " " + line.substring(0, equals).strip();
    }

    /** The file as people can read it. */
    String readable() {
        return TestResource.characters(text);
    }
}
