package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Decodes the bytes of one file: strict UTF-8, then {@link TextRule}. It reports invalid bytes and repairs nothing. */
public final class Decoder {
    private static final int SHOWN_BYTES = 8;

    private final Limits limits;

    /** Creates a decoder with these limits. */
    public Decoder(Limits limits) {
        this.limits = limits;
    }

    /** Returns the decoded file; empty if it has been reported as invalid. */
    public Optional<SourceFile> decode(RawFile raw, Owner owner, Findings findings) {
        if (raw.bytes().length > limits.of(Limit.FILE_BYTES)) {
            Span start = new SourceFile(raw.path(), owner, "").start();
            findings.add(LimitFinding.of(Limit.FILE_BYTES, limits, start, "the file is too large"));
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(raw.bytes());
        CharBuffer out = CharBuffer.allocate(raw.bytes().length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            findings.add(malformed(raw, owner, in.position(), out.position()));
            return Optional.empty();
        }
        SourceFile file = new SourceFile(raw.path(), owner, out.flip().toString());
        List<Finding> conflicts = ConflictMarkers.in(file);
        List<Finding> found = conflicts.isEmpty() ? new TextRule(file, limits).check() : conflicts;
        findings.addAll(found);
        return found.isEmpty() ? Optional.of(file) : Optional.empty();
    }

    private static Finding malformed(RawFile raw, Owner owner, int offset, int charOffset) {
        byte[] bytes = raw.bytes();
        int end = offset;
        while (end < bytes.length && end - offset < SHOWN_BYTES && bytes[end] < 0) {
            end++;
        }
        // For the excerpt only: undecodable bytes become U+FFFD, everything before the place is unchanged.
        SourceFile shown = new SourceFile(raw.path(), owner, new String(bytes, StandardCharsets.UTF_8));
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, offset, end);
        Finding finding = Finding.of(
                        Code.INVALID_UTF8,
                        new Span(
                                shown,
                                charOffset,
                                Math.min(charOffset + 1, shown.text().length())),
                        "invalid UTF-8 at offset " + offset + ": " + hex)
                .why("two programs can decode such bytes as different characters");
        return finding.fix(isUtf16(bytes) ? "the file looks like UTF-16: save it as UTF-8" : "save the file as UTF-8");
    }

    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfffe || mark == 0xfeff;
    }

    /** Returns the finding about a byte order mark at the start of a file, with the edit that removes it. */
    static Finding byteOrderMark(SourceFile file) {
        Span mark = new Span(file, 0, 1);
        return Finding.of(Code.BYTE_ORDER_MARK, mark, "byte order mark (U+FEFF) at the start of the file")
                .why("some readers drop it and others treat it as text")
                .fix(new Fix("save the file as UTF-8 without a byte order mark", List.of(new TextEdit(mark, ""))));
    }
}
