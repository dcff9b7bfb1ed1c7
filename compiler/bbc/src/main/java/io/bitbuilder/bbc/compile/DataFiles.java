package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.metadata.DataFile;
import io.bitbuilder.bbc.read.Decoder;
import io.bitbuilder.bbc.read.LfsPointer;
import io.bitbuilder.bbc.read.UnreadFiles;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the data files that programs name, each once; those of tenants that none names are reported. */
final class DataFiles {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    private final SourceSet sources;
    private final Findings findings;
    private final Map<String, RawFile> files = new TreeMap<>();
    private final Map<String, Optional<Expr>> read = new HashMap<>();

    private DataFiles(SourceSet sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
        sources.data().forEach(file -> files.put(file.path(), file));
    }

    /** Returns the units with the values of their data files. */
    static List<SourceUnit> read(List<SourceUnit> units, SourceSet sources, Findings findings) {
        DataFiles data = new DataFiles(sources, findings);
        List<SourceUnit> all = new ArrayList<>();
        for (SourceUnit unit : units) {
            all.add(new SourceUnit(
                    unit.file(),
                    unit.decls().stream().map(decl -> data.filled(decl, unit)).toList()));
        }
        List<RawFile> unnamed = data.files.values().stream()
                .filter(file -> !data.read.containsKey(file.path()))
                .filter(file -> Owner.of(file.path()) instanceof Owner.Tenant)
                .toList();
        findings.addAll(UnreadFiles.unnamed(unnamed));
        return all;
    }

    private Decl filled(Decl decl, SourceUnit unit) {
        return switch (decl) {
            case Decl.Data data -> content(data, unit).<Decl>map(data::with).orElse(data);
            case Decl.Private(Decl hidden, var span) -> new Decl.Private(filled(hidden, unit), span);
            default -> decl;
        };
    }

    private Optional<Expr> content(Decl.Data data, SourceUnit unit) {
        String written = data.path().text();
        String folder = unit.file().path().substring(0, unit.file().path().lastIndexOf('/') + 1);
        String path = folder + written;
        boolean plain = PATH.matcher(written).matches() && DataFile.isNamed(written);
        if (!plain || !Owner.of(path).equals(unit.file().owner())) {
            findings.add(Finding.of(
                            Code.INVALID_DATA_FILE,
                            data.path().span(),
                            "invalid path of a data file: `" + written + "`")
                    .why("a data file belongs to the owner of the program, is in its folder or below, and ends with "
                            + "`.json` or `.csv`")
                    .fix("write a path without `..`, like `file(\"shops.csv\")`"));
            return Optional.empty();
        }
        RawFile file = files.get(path);
        if (file == null) {
            findings.add(missing(data, path, folder));
            return Optional.empty();
        }
        if (LfsPointer.is(file.bytes())) {
            findings.add(LfsPointer.finding(data.path().span(), path));
            return Optional.empty();
        }
        return read.computeIfAbsent(
                path,
                p -> new Decoder(sources.limits())
                        .decode(file, unit.file().owner(), findings)
                        .flatMap(decoded -> DataFile.read(decoded, sources.limits(), findings)));
    }

    private Finding missing(Decl.Data data, String path, String folder) {
        Finding finding = Finding.of(
                        Code.INVALID_DATA_FILE, data.path().span(), "unknown data file `" + data.path() + "`")
                .why("bbc reads `*.csv` and `*.json` up to the limit `file-bytes` in folders of tenants, in `platform` "
                        + "and in `lib`");
        return Suggestions.closest(
                        path,
                        files.keySet().stream()
                                .filter(f -> f.startsWith(folder))
                                .toList())
                .map(near -> finding.fix("write `" + near.substring(folder.length()) + "`"))
                .orElse(finding);
    }
}
