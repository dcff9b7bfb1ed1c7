package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts the declarations of all files by the file's owner, and reports those that belong to another owner. */
final class OwnerCheck {
    private final Findings findings;
    private final DeclaredNames std;
    private final DeclaredNames platform;
    private final TreeMap<String, DeclaredNames> names = new TreeMap<>();
    private final DeclaredKinds kinds;
    private final List<Opened> builtin = new ArrayList<>();
    private final List<Opened> platforms = new ArrayList<>();
    private final TreeMap<String, List<Opened>> tenants = new TreeMap<>();
    private final DeclaredPolicies policies;
    private final DeclaredTests tests;

    OwnerCheck(Limits limits, Findings findings) {
        this.findings = findings;
        this.std = DeclaredNames.std(findings);
        this.platform = std.inside("the platform");
        this.policies = new DeclaredPolicies(findings);
        this.kinds = new DeclaredKinds(findings);
        this.tests = new DeclaredTests(limits, findings);
    }

    /** Block at the top of a file, with the names that it sees. */
    record Opened(String name, Stmt.Entry entry, DeclaredNames names) {}

    DeclaredNames std() {
        return std;
    }

    /** Returns the names of the platform that tenants see, and those that it keeps to itself. */
    List<DeclaredNames> ofPlatform() {
        return List.of(platform, platform.hidden());
    }

    /** Returns the schema of all kinds, whose extensions see the types of the platform. */
    Schema schema() {
        return kinds.schema(std, platform.hidden());
    }

    List<Opened> builtin() {
        return builtin;
    }

    List<Opened> platforms() {
        return platforms;
    }

    /** Returns the blocks of each tenant. */
    TreeMap<String, List<Opened>> tenants() {
        return tenants;
    }

    /** Returns the names that files of an owner see. */
    DeclaredNames names(Owner owner) {
        return switch (owner) {
            case Owner.Std s -> std;
            case Owner.Platform p -> platform.hidden();
            case Owner.Tenant t -> names.computeIfAbsent(t.name(), n -> platform.inside("tenant " + n));
        };
    }

    /** Returns the policies and waivers. */
    DeclaredPolicies policies() {
        return policies;
    }

    /** Returns all blocks at the top of files. */
    List<Opened> tops() {
        List<Opened> all = new ArrayList<>(builtin);
        all.addAll(platforms);
        tenants.values().forEach(all::addAll);
        return all;
    }

    /** Returns the names of the platform and of each tenant. */
    List<DeclaredNames> ofUsers() {
        List<DeclaredNames> all = new ArrayList<>(ofPlatform());
        all.addAll(names.values());
        return all;
    }

    /** Returns all profiles of all owners. */
    List<DeclaredProfile> profiles() {
        List<DeclaredProfile> all = new ArrayList<>(std.profiles());
        all.addAll(platform.profiles());
        all.addAll(platform.hidden().profiles());
        names.values().forEach(n -> all.addAll(n.profiles()));
        return all;
    }

    /** Resolves the types of all owners. */
    void readTypes() {
        std.readTypes();
        platform.readTypes();
        platform.hidden().readTypes();
        names.values().forEach(DeclaredNames::readTypes);
    }

    /** Adds a file. */
    void declare(SourceUnit unit) {
        Owner owner = unit.file().owner();
        DeclaredNames own = names(owner);
        String library = library(unit.file().path());
        for (Decl decl : unit.decls()) {
            switch (decl) {
                case Decl.TopLevelBlock top -> top(top.entry(), owner, own);
                case Decl.Kind kind -> kinds.declare(kind, owner);
                case Decl.Policy policy -> policies.declare(policy, owner);
                case Decl.Waiver waiver -> policies.declare(waiver, owner);
                case Decl.Test test -> tests.declare(test, owner);
                case Decl.Extension extension -> kinds.extend(extension, owner);
                case Decl.Private(Decl hidden, Span word) -> hidden(hidden, word, owner, library);
                default -> (owner instanceof Owner.Platform ? platform : own).declare(decl, library);
            }
        }
    }

    private void hidden(Decl decl, Span word, Owner owner, String library) {
        if (owner instanceof Owner.Tenant(String tenant)) {
            findings.add(Finding.of(Code.PLATFORM_ONLY, word, "tenant " + tenant + " cannot declare private names")
                    .why("no other tenant sees the names of a tenant")
                    .fix("delete `private`"));
        }
        names(owner).declare(decl, library);
    }

    /** Profiles of {@code lib/shop/*.bbc} are named {@code shop.profile}. */
    private static String library(String path) {
        List<String> parts = List.of(path.split("/"));
        int lib = parts.indexOf("lib");
        return lib >= 0 && lib < parts.size() - 2 ? parts.get(lib + 1) + "." : "";
    }

    private void top(Stmt.Entry entry, Owner owner, DeclaredNames own) {
        Optional<String> name = nameOf(entry);
        if (name.isEmpty()) {
            findings.add(Finding.of(
                            Code.WRONG_MEMBER_FORM,
                            Labels.span(entry),
                            "`" + entry.kind() + "` expects one name and a body")
                    .fix("write it like `" + entry.kind() + " acme { … }`"));
            return;
        }
        Opened opened = new Opened(name.get(), entry, own);
        if (entry.kind().text().equals("platform")) {
            switch (owner) {
                case Owner.Std s -> builtin.add(opened);
                case Owner.Platform p -> platforms.add(opened);
                case Owner.Tenant t -> foreign(entry, t);
            }
        } else {
            tenant(opened, owner);
        }
    }

    private static Optional<String> nameOf(Stmt.Entry entry) {
        boolean plain = entry.labels().size() == 1 && entry.target().isEmpty() && !entry.removed();
        return plain && entry.labels().getFirst().value() instanceof Expr.NameRef n
                ? Optional.of(n.name())
                : Optional.empty();
    }

    private void foreign(Stmt.Entry entry, Owner.Tenant owner) {
        findings.add(Finding.of(
                        Code.PLATFORM_ONLY,
                        Labels.span(entry),
                        "tenant " + owner.name() + " cannot declare `" + entry.kind()
                                + "`, which is reserved for the platform")
                .label("this file belongs to tenant " + owner.name())
                .why("hosts, pools, images and admissions belong to the platform; a file's owner follows from its path")
                .fix("move it to a file outside the tenant's folder"));
    }

    private static String fix(String tenant) {
        return Owner.isTenantFolder(tenant)
                ? "name it `" + tenant.substring(Owner.TENANT_PREFIX.length()) + "`: `" + Owner.TENANT_PREFIX
                        + "` is part of a folder's name only"
                : "move it to `tenants/" + tenant + "/`";
    }

    private void tenant(Opened opened, Owner owner) {
        if (owner instanceof Owner.Tenant t && t.name().equals(opened.name())) {
            tenants.computeIfAbsent(opened.name(), n -> new ArrayList<>(1)).add(opened);
            return;
        }
        Span name = opened.entry().labels().getFirst().span();
        Optional<Finding> invalid = Labels.invalid(opened.name(), name, "tenant");
        if (invalid.isPresent()) {
            findings.add(invalid.get());
            return;
        }
        String holder = Resolver.title(owner);
        findings.add(Finding.of(
                        Code.TENANT_IN_WRONG_FOLDER,
                        name,
                        "tenant `" + opened.name() + "` is declared in a file of " + holder)
                .label("this file belongs to " + holder)
                .why("a file's owner follows from its path alone, so that no one can write to another's tenant")
                .fix(fix(opened.name())));
    }
}
