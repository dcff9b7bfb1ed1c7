package io.bitbuilder.bbc.read;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.LimitFinding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Creates the set of sources from raw files: checks names and owners, then the limits of tenants and fleet, then
 * decodes.
 */
public final class SourceReader {
    private final Limits limits;
    private final Findings findings;
    private final Decoder decoder;

    /** Creates a reader that reports to these findings. */
    public SourceReader(Limits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
        this.decoder = new Decoder(limits);
    }

    /** Returns whether a file of that path is needed; others need not be opened. */
    public static boolean wants(String path) {
        InputName name = InputName.of(path);
        return !(name instanceof InputName.Other || name instanceof InputName.Unread);
    }

    /** Returns the sources among the files; the order of the files does not matter. */
    public SourceSet read(Collection<RawFile> files) {
        List<RawFile> inputs = files.stream()
                .sorted(Comparator.comparing(RawFile::path))
                .filter(this::isInput)
                .toList();
        UnreadFiles.among(files, inputs).forEach(findings::add);
        TenantFolders.duplicates(inputs).forEach(findings::add);
        checkDuplicates(inputs);
        checkLimits(inputs);
        List<SourceFile> programs = new ArrayList<>();
        List<SourceFile> metadata = new ArrayList<>();
        List<SourceFile> locks = new ArrayList<>();
        List<RawFile> data = files.stream()
                .filter(raw -> InputName.of(raw.path()) instanceof InputName.Data)
                .sorted(Comparator.comparing(RawFile::path))
                .toList();
        for (RawFile raw : inputs) {
            decoder.decode(raw, Owner.of(raw.path()), findings).ifPresent(file -> {
                switch (InputName.of(file.path())) {
                    case InputName.Program p -> programs.add(file);
                    case InputName.Metadata m -> metadata.add(file);
                    case InputName.Lock l -> locks.add(file);
                    case InputName.Data d -> {}
                    case InputName.Other o -> {}
                    case InputName.Unread u -> {}
                    case InputName.Refused r -> {}
                }
            });
        }
        return new SourceSet(programs, metadata, locks, data, limits);
    }

    private boolean isInput(RawFile raw) {
        if (InputName.of(raw.path()) instanceof InputName.Data) {
            return false;
        }
        if (wants(raw.path()) && LfsPointer.is(raw.bytes())) {
            return refuse(LfsPointer.finding(place(raw), raw.path()));
        }
        return switch (InputName.of(raw.path())) {
            case InputName.Refused(Code code, String reason, String fix) ->
                refuse(Finding.of(code, place(raw), reason).fix(fix));
            case InputName.Data d -> false;
            case InputName.Other o -> false;
            case InputName.Unread u -> false;
            case InputName.Program p -> isOwned(raw);
            case InputName.Metadata m -> isOwned(raw);
            case InputName.Lock l -> true;
        };
    }

    private boolean refuse(Finding finding) {
        findings.add(finding);
        return false;
    }

    private boolean isOwned(RawFile raw) {
        if (Owner.of(raw.path()) instanceof Owner.Tenant) {
            return TenantFolders.invalid(raw).map(this::refuse).orElse(true);
        }
        int slash = raw.path().lastIndexOf('/');
        String folder = raw.path().substring(0, Math.max(slash, 0));
        if (folder.equals("tenants") || folder.endsWith("/tenants")) {
            return refuse(Finding.of(
                            Code.FILE_WITHOUT_TENANT,
                            place(raw),
                            "file without tenant: it is directly in the folder `tenants`")
                    .why("the folder determines the tenant that a file belongs to")
                    .fix("move it into the folder of its tenant, `tenants/<name>/`, or to the platform's files"));
        }
        return true;
    }

    private void checkDuplicates(List<RawFile> inputs) {
        Set<String> seen = new HashSet<>();
        for (RawFile raw : inputs) {
            if (!seen.add(raw.path().toLowerCase(Locale.ROOT))) {
                findings.add(Finding.of(Code.DUPLICATE_PATH, place(raw), "duplicate path `" + raw.path() + "`")
                        .fix("delete one of them"));
            }
        }
    }

    private void checkLimits(List<RawFile> inputs) {
        Set<String> tenants = new HashSet<>();
        for (RawFile raw : inputs) {
            checkPath(raw);
            if (Owner.of(raw.path()) instanceof Owner.Tenant(String name)) {
                tenants.add(name);
            }
        }
        if (!inputs.isEmpty()) {
            exceeded(Limit.FLEET_TENANTS, tenants.size(), inputs.getLast(), "there are " + tenants.size() + " tenants");
        }
    }

    private void checkPath(RawFile raw) {
        int depth = (int) raw.path().chars().filter(c -> c == '/').count();
        exceeded(
                Limit.PATH_BYTES,
                raw.path().length(),
                raw,
                "the path has " + raw.path().length() + " bytes");
        exceeded(Limit.PATH_DEPTH, depth, raw, "the file is nested " + depth + " folders deep");
    }

    private void exceeded(Limit limit, long count, RawFile raw, String what) {
        if (count > limits.of(limit)) {
            findings.add(LimitFinding.of(limit, limits, place(raw), what));
        }
    }

    private static Span place(RawFile raw) {
        return new SourceFile(raw.path(), Owner.of(raw.path()), "").start();
    }
}
