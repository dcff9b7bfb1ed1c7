package io.bitbuilder.bbc.lsp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Input of the client as frames of a header and a body that LSP4J can hold. A longer body, a deeply nested one, which
 * overflows the stack of the parser, and a header without a valid length are skipped and refused.
 */
final class MessageFrames extends InputStream {
    /** Maximum bytes of a message: a file at its largest limit, in JSON. */
    static final int MOST_BYTES = 64 << 20;

    /** Maximum nesting of a message; those of the protocol need less than half, and the parser has one stack. */
    private static final int MOST_DEPTH = 100;

    private static final int MOST_HEADER = 4096;
    private static final String LENGTH = "content-length:";
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Consumer<String> refused;
    private byte[] frame = new byte[0];
    private int at;
    private volatile boolean ended;

    MessageFrames(InputStream in, Consumer<String> refused) {
        this.in = in;
        this.refused = refused;
    }

    /** Ends the input: the server has been told to exit. */
    void end() {
        ended = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == frame.length && !next()) {
            return -1;
        }
        int part = Math.min(length, frame.length - at);
        System.arraycopy(frame, at, target, offset, part);
        at += part;
        return part;
    }

    /** Reads frames up to one to hand on; returns false at the end. */
    private boolean next() throws IOException {
        while (!ended) {
            OptionalLong length = length();
            if (length.isEmpty()) {
                return false;
            }
            long bytes = length.getAsLong();
            if (bytes > MOST_BYTES) {
                refused.accept("message too large: " + bytes + " bytes, at most " + MOST_BYTES + " are read");
                drop(bytes);
            } else if (bytes < 0) {
                refused.accept("invalid header of a message (expected `Content-Length: BYTES`)");
            } else {
                byte[] body = in.readNBytes((int) bytes);
                if (depth(body) > MOST_DEPTH) {
                    refused.accept("invalid message: its values are nested more than " + MOST_DEPTH + " deep");
                    continue;
                }
                byte[] header = ("Content-Length: " + bytes + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
                frame = Arrays.copyOf(header, header.length + body.length);
                System.arraycopy(body, 0, frame, header.length, body.length);
                at = 0;
                return true;
            }
        }
        return false;
    }

    /** Returns the depth of brackets outside of strings. */
    private static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean string = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '"' -> string = !string;
                case '\\' -> i += string ? 1 : 0;
                case '[', '{' -> depth += string ? 0 : 1;
                case ']', '}' -> depth -= string ? 0 : 1;
                default -> {
                    // Neither deeper nor the end of a value.
                }
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    /** Returns the length of the next body, negative if its header has no valid one; empty at the end of the input. */
    private OptionalLong length() throws IOException {
        long length = -1;
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int c = in.read();
            while (c >= 0 && c != '\n') {
                if (line.size() < MOST_HEADER) {
                    line.write(c);
                }
                c = in.read();
            }
            if (c < 0) {
                return OptionalLong.empty();
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return OptionalLong.of(length);
            }
            if (text.startsWith(LENGTH)) {
                String digits = text.substring(LENGTH.length()).strip();
                length = digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : -1;
            }
        }
    }

    private void drop(long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }
}
