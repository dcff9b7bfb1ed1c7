package io.bitbuilder.bbc.imports;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.SourceFile;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of other tools to the program of one tenant. */
public final class Imports {
    private static final Pattern UNIT =
            Pattern.compile("(?:.*/)?(?:[^/]*@)?(?<name>[^/@]+)\\.service(?:\\.d/[^/]+\\.conf)?");
    private static final Map<String, String> UNIT_SECTIONS =
            Map.of("Unit", "unit.Unit", "Service", "unit.Service", "Install", "unit.Install");
    private static final Map<String, String> CONTAINER = Map.of(
            "Container", "quadlet.Container",
            "Unit", "unit.Unit",
            "Service", "unit.Service",
            "Install", "unit.Install");
    private static final Map<String, String> NSPAWN =
            Map.of("Exec", "nspawn.Exec", "Files", "nspawn.Files", "Network", "nspawn.Network");
    private static final Map<String, String> NETDEV = Map.of("NetDev", "netdev.NetDev", "Bridge", "netdev.Bridge");
    private static final Map<String, String> NETWORK = Map.of(
            "Match", "network.Match",
            "Link", "network.Link",
            "Network", "network.Network",
            "Address", "network.Address",
            "DHCPServer", "network.DHCPServer");

    private final TenantDraft tenant;

    /** Names of the bridges of .netdev files. */
    private final Set<String> bridges = new HashSet<>();

    private Imports(String name) {
        this.tenant = new TenantDraft(name);
    }

    /** Types of files; networks are read first, since workloads refer to them. */
    private enum Type {
        NETDEV,
        NETWORK,
        VOLUME,
        CONTAINER,
        NSPAWN,
        UNIT,
        COMPOSE,
        UNKNOWN;

        static Type of(String path) {
            String ending = path.substring(path.lastIndexOf('.') + 1);
            return switch (ending) {
                case "netdev" -> NETDEV;
                case "network" -> NETWORK;
                case "volume" -> VOLUME;
                case "container" -> CONTAINER;
                case "nspawn" -> NSPAWN;
                case "yaml", "yml" -> COMPOSE;
                default -> Imports.UNIT.matcher(path).matches() ? UNIT : UNKNOWN;
            };
        }
    }

    /**
     * Returns the program.
     *
     * @param name of the tenant
     * @return empty if it exceeds a limit, which is a finding
     * @throws io.bitbuilder.core.fault.EnvironmentFault if a file is not in its format
     */
    public static Optional<String> program(List<SourceFile> files, String name, Findings findings) {
        Imports imports = new Imports(name);
        files.stream()
                .sorted(Comparator.comparing((SourceFile file) -> Type.of(file.path()))
                        .thenComparing(SourceFile::path))
                .forEach(imports::read);
        imports.bridges.stream().sorted().map(imports.tenant::network).forEach(Imports::mode);
        return imports.tenant.program().text(findings);
    }

    private void read(SourceFile file) {
        switch (Type.of(file.path())) {
            case NETDEV -> netdev(IniFile.read(file, tenant));
            case NETWORK -> network(file, IniFile.read(file, tenant));
            case VOLUME -> {
                tenant.declared(stem(file));
                IniFile.read(file, tenant).map(Map.of("Volume", "quadlet.Volume"), tenant);
            }
            case CONTAINER -> IniFile.read(file, tenant).map(CONTAINER, tenant.workload(stem(file)));
            case NSPAWN -> IniFile.read(file, tenant).map(NSPAWN, tenant.workload(stem(file)));
            case UNIT -> {
                Matcher matcher = UNIT.matcher(file.path());
                String name = matcher.matches() ? matcher.group("name") : stem(file);
                IniFile.read(file, tenant).map(UNIT_SECTIONS, tenant.workload(name));
            }
            case COMPOSE -> ComposeImport.read(file, tenant);
            case UNKNOWN -> tenant.note(file.path() + ": not read: unknown type of file");
        }
    }

    private void netdev(IniFile file) {
        String name = file.value("NetDev", "Name").orElse("");
        if (file.value("NetDev", "Kind").equals(Optional.of("bridge")) && !name.isEmpty()) {
            bridges.add(name);
            file.map(NETDEV, tenant.network(name));
        } else {
            file.note("a network is a bridge; bbc makes no other device");
        }
    }

    private void network(SourceFile source, IniFile file) {
        String name = file.value("Match", "Name").orElse("");
        if (!file.has("Match")) {
            file.map(Map.of("Network", "quadlet.Network"), tenant.network(stem(source)));
        } else if (bridges.contains(name)) {
            file.map(NETWORK, tenant.network(name));
        } else {
            file.note("no bridge of these files has the name");
        }
    }

    /** A bridge without translation is closed here: nat would connect its guests with more than before. */
    private static void mode(Draft network) {
        if (network.set("mode", "bridge") && network.get("mode").equals(Optional.of("bridge"))) {
            network.note("mode: without IPMasquerade= nothing leaves the bridge; `routed` if the host forwards it");
        }
    }

    private static String stem(SourceFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }
}
