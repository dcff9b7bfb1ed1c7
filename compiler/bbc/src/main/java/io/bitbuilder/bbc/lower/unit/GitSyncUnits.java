package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.UnitEnvironment;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Units that fetch a tenant's configuration to the host, for tenants with a repository. */
public final class GitSyncUnits {
    private static final ArtefactKind GIT_SYNC = ArtefactKind.of("git-sync");
    private static final ArtefactKind GIT_SYNC_TIMER = ArtefactKind.of("git-sync-timer");

    private GitSyncUnits() {}

    /** Repository of a tenant with the origins of its fields. */
    record Repository(
            String url, String branch, Set<String> signers, Origin origin, Origin branchOrigin, Origin signersOrigin) {}

    static Optional<Repository> repository(TenantOnHost onHost) {
        return onHost.fleet().platform().admit(onHost.name()).flatMap(GitSyncUnits::repository);
    }

    private static Optional<Repository> repository(Admit admit) {
        return admit.repository()
                .map(url -> new Repository(
                        url,
                        admit.branch(),
                        admit.signers(),
                        admit.at().of("repository"),
                        admit.at().of("branch"),
                        admit.at().of("signers")));
    }

    public static List<Artefact> of(TenantOnHost onHost) {
        return repository(onHost)
                .map(r -> List.of(service(onHost, r), timer(onHost, r)))
                .orElse(List.of());
    }

    private static Artefact service(TenantOnHost onHost, Repository repository) {
        return SystemdFile.of(
                dropIn(onHost, TenantUnitNames.gitSync(onHost.name())),
                GIT_SYNC,
                onHost.banner(),
                Section.named("Service", repository.origin())
                        .set("Environment", new UnitEnvironment("BBC_REPOSITORY", repository.url()))
                        .set(
                                "Environment",
                                new UnitEnvironment("BBC_BRANCH", repository.branch()),
                                repository.branchOrigin())
                        .set("Environment", signers(repository), repository.signersOrigin())
                        .set("Slice", Word.of(TenantUnitNames.slice(onHost.name()))));
    }

    private static Optional<UnitEnvironment> signers(Repository repository) {
        return repository.signers().isEmpty()
                ? Optional.empty()
                : Optional.of(new UnitEnvironment("BBC_SIGNERS", String.join(",", repository.signers())));
    }

    private static Artefact timer(TenantOnHost onHost, Repository repository) {
        return SystemdFile.of(
                dropIn(onHost, TenantUnitNames.gitSyncTimer(onHost.name())),
                GIT_SYNC_TIMER,
                onHost.banner(),
                Section.named("Unit", repository.origin())
                        .set("PartOf", Word.of(TenantUnitNames.target(onHost.name()))));
    }

    private static String dropIn(TenantOnHost onHost, String unit) {
        return onHost.etc("systemd/system/" + unit + ".d/50-bbc.conf");
    }
}
