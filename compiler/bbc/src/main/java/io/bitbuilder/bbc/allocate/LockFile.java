package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.core.scalar.WholeNumber;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Format of {@code locks/<tenant>.lock}: a header, then one sorted line {@code path value} for each claim; a tombstone
 * begins with {@code gone}. Reading is strict: only bbc writes the file.
 */
public final class LockFile {
    private static final String HEADER = "# bbc lock 1, tenant ";
    private static final String GONE = "gone ";
    private static final String REWRITE = "restore the file from Git and run `bbc lock`";

    private LockFile() {}

    /** Reads all lock files of a run; invalid lines are reported and left out. */
    public static Locks read(List<SourceFile> files, Findings findings) {
        SortedMap<ClaimPath, LockLine> lines = new TreeMap<>();
        for (SourceFile file : files) {
            read(file, lines, findings);
        }
        return Locks.of(lines);
    }

    /** Returns the path of a tenant's lock file. */
    public static String pathOf(String tenant) {
        return "locks/" + tenant + ".lock";
    }

    /**
     * Returns the lock file of a tenant: a line for each allocated claim and a tombstone for each line whose claim is
     * gone.
     *
     * @param collect whether to drop tombstones
     */
    public static String render(String tenant, Grants grants, Locks before, boolean collect) {
        SortedMap<ClaimPath, String> lines = new TreeMap<>();
        if (!collect) {
            for (LockLine line : before.ofTenant(tenant)) {
                lines.put(line.path(), GONE + line.path() + " " + line.grant());
            }
        }
        ClaimPath.ofTenant(grants.all(), tenant).forEach((claim, grant) -> {
            if (grants.auto().contains(claim) && !grants.failed().contains(claim)) {
                lines.put(claim, claim + " " + grant);
            }
        });
        return text(tenant, lines.values());
    }

    /** Returns a lock file of lines. */
    static String text(String tenant, Collection<String> lines) {
        StringBuilder text = new StringBuilder(HEADER).append(tenant).append('\n');
        lines.stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Returns a line without its end. */
    static String text(LockLine line) {
        return (line.gone() ? GONE : "") + line.path() + " " + line.grant();
    }

    private static void read(SourceFile file, SortedMap<ClaimPath, LockLine> lines, Findings findings) {
        String tenant = tenantOf(file.path());
        if (!withoutEnd(file.line(1)).equals(HEADER + tenant)) {
            findings.add(Finding.of(
                            Code.INVALID_LOCK_FILE,
                            new Span(file, 0, file.line(1).length()),
                            "invalid first line of a lock file")
                    .label("expected `" + HEADER + tenant + "`")
                    .fix(REWRITE));
            return;
        }
        String text = file.text();
        for (int start = next(text, 0); start < text.length(); start = next(text, start)) {
            // Git may have checked the file out with the line ends of Windows.
            String line = withoutEnd(text.substring(start, next(text, start)));
            Span span = new Span(file, start, start + line.length());
            line(tenant, line, span, findings).ifPresent(read -> put(lines, read, findings));
        }
    }

    private static String withoutEnd(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Returns the start of the next line. */
    private static int next(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static void put(Map<ClaimPath, LockLine> lines, LockLine line, Findings findings) {
        LockLine earlier = lines.putIfAbsent(line.path(), line);
        if (earlier != null) {
            findings.add(Finding.of(Code.DUPLICATE_LOCK, line.span(), "duplicate line for claim " + line.path())
                    .label("locked to " + line.grant())
                    .also(earlier.span(), "locked to " + earlier.grant())
                    .why("a claim has one slot")
                    .fix("delete the line that the target branch does not have"));
        }
    }

    private static Optional<LockLine> line(String tenant, String text, Span span, Findings findings) {
        boolean gone = text.startsWith(GONE);
        String rest = gone ? text.substring(GONE.length()) : text;
        int space = rest.indexOf(' ');
        String key = space < 0 ? rest : rest.substring(0, space);
        Optional<ClaimPath> claim = ClaimPath.parse(key).filter(c -> c.tenant().equals(tenant));
        if (space < 0 || claim.isEmpty()) {
            findings.add(Finding.of(Code.UNKNOWN_LOCK, span, "unknown claim in the lock file of tenant " + tenant)
                    .why("a line is the path of a field that admits `auto`, a space and the allocated value")
                    .fix("delete the line"));
            return Optional.empty();
        }
        ResourceKind resource = ResourceKind.of(claim.get());
        return switch (grant(resource, tenant, rest.substring(space + 1))) {
            case Parsed.Good<Grant>(Grant grant) -> Optional.of(new LockLine(claim.get(), grant, gone, span));
            case Parsed.Bad<Grant>(Reason reason) -> {
                findings.add(Finding.of(
                                Code.INVALID_LOCK_FILE,
                                span,
                                "invalid locked value of " + key + " (expected " + resource.noun() + "): "
                                        + reason.words())
                        .fix(REWRITE));
                yield Optional.empty();
            }
        };
    }

    private static Parsed<Grant> grant(ResourceKind resource, String tenant, String text) {
        return switch (resource) {
            case PLACE -> PlainName.parse(text).map(Grant.Place::new);
            case SUBNET4 -> Subnet4.parse(text).map(Grant.Range4::new);
            case SUBNET6 -> Subnet6.parse(text).map(Grant.Range6::new);
            case UIDS -> range(text).map(Grant.NumberRange::new);
            case MAC -> Mac.parse(text).map(Grant.MacAddress::new);
            case DATA -> data(text);
            case PORT_TCP, PORT_UDP, CID -> WholeNumber.parse(text).map(Grant.Number::new);
            case ADDRESS4, ADDRESS6 -> position(tenant, text);
        };
    }

    private static Parsed<IntRange> range(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Parsed.bad("missing `..`");
        }
        return WholeNumber.parse(text.substring(0, dots))
                .then(first -> WholeNumber.parse(text.substring(dots + 2))
                        .then(last -> first <= last
                                ? Parsed.good(new IntRange(first, last))
                                : Parsed.bad("the range ends before it begins")));
    }

    private static Parsed<Grant> position(String tenant, String text) {
        int plus = text.indexOf('+');
        Optional<BlockPath> network = BlockPath.parse(text.substring(0, Math.max(0, plus)))
                .filter(n -> n.tenant().equals(tenant));
        if (network.isEmpty()) {
            return Parsed.bad("expected a network of the tenant, `+` and a position");
        }
        return WholeNumber.parse(text.substring(plus + 1)).map(n -> new Grant.Position(network.get(), n));
    }

    private static Parsed<Grant> data(String text) {
        String[] parts = text.split("/", -1);
        Optional<BlockPath> workload = parts.length < 2 ? Optional.empty() : BlockPath.parse(parts[0] + "/" + parts[1]);
        Optional<String> volume = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        if (workload.isEmpty()
                || parts.length > 3
                || volume.filter(v -> !BlockPath.isName(v)).isPresent()) {
            return Parsed.bad("expected a tenant, a workload and perhaps a volume, separated by `/`");
        }
        return Parsed.good(new Grant.Data(
                new DataName(workload.get().tenant(), workload.get().name(), volume)));
    }

    static String tenantOf(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".lock") ? name.substring(0, name.length() - ".lock".length()) : name;
    }
}
