package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.UnitNames;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Assignment;
import io.bitbuilder.bbc.systemd.Form;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.SystemdFile;
import io.bitbuilder.bbc.systemd.Word;
import java.util.List;
import java.util.Optional;

/** Fetching a tenant's configuration to the host, for tenants that the platform binds to a repository. */
final class GitSync {
    private GitSync() {}

    /** The repository of a tenant and who wrote it. */
    record Repository(String url, String branch, Origin origin, Origin branchOrigin) {}

    static Optional<Repository> repository(Site site) {
        return site.fleet().platform().admit(site.name()).flatMap(GitSync::repository);
    }

    private static Optional<Repository> repository(Admit admit) {
        return admit.repository().map(url -> new Repository(url, admit.branch(), admit.at().of("repository"), admit.at().of("branch")));
    }

    static List<Artefact> of(Site site) {
        return repository(site).map(r -> List.of(service(site, r), timer(site, r))).orElse(List.of());
    }

    private static Artefact service(Site site, Repository repository) {
        String folder = HostPaths.config(site.name());
        return SystemdFile.of(dropIn(site, UnitNames.gitSync(site.name())), Form.GIT_SYNC, site.banner(),
                Section.named("Service", repository.origin())
                        .set("Environment", new Assignment("BBC_REPOSITORY", repository.url()))
                        .set("Environment", new Assignment("BBC_REF", repository.branch()), repository.branchOrigin())
                        .set("Environment", new Assignment("BBC_TARGET", folder))
                        .set("ReadWritePaths", Word.of(folder)));
    }

    private static Artefact timer(Site site, Repository repository) {
        return SystemdFile.of(dropIn(site, UnitNames.gitSyncTimer(site.name())), Form.GIT_SYNC_TIMER, site.banner(),
                Section.named("Unit", repository.origin()).set("PartOf", Word.of(UnitNames.target(site.name()))));
    }

    private static String dropIn(Site site, String unit) {
        return site.etc("systemd/system/" + unit + ".d/50-bbc.conf");
    }
}
