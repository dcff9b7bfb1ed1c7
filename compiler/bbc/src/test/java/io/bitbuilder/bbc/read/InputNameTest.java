package io.bitbuilder.bbc.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.source.Owner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meaning and owner of a path. */
class InputNameTest {
    @ParameterizedTest
    @CsvSource({
        "platform/platform.bbc, Program",
        "x.bbc, Program",
        "X.bbc, LEX010",
        "x.BBC, LEX011",
        ".x.bbc, LEX012",
        "tenants/Acme/x.bbc, LEX010",
        "a b/x.bbc, LEX010",
        "con/x.bbc, LEX010",
        "nul.bbc, LEX010",
        "x.bbc~, LEX015",
        ".x.bbc.swp, LEX015",
        "x.bbc.txt, Other",
        "README.md, Other",
        ".github/x.bbc, Other",
        "tenants/acme/metadata.json, Metadata",
        "tenant-acme/metadata.json, Metadata",
        "tenants/acme/deep/metadata.json, Data",
        "tenants/acme/units/web.service, Unread",
        "tenants/acme/.gitops/, Unread",
        "tenants/acme/.git/, Unread",
        ".gitops/, Unread",
        ".github/, Other",
        "tenants/registry.json, Unread",
        "tenants/README.md, Other",
        "tenant-acme/deep/.x/, Unread",
        "platform/.old/, Unread",
        "tenants/.x/, Unread",
        ".git/, Other",
        ".github/, Other",
        "docs/.x/, Other",
        "tenants/acme/.gitops/config.yaml, Other",
        "tenants/acme/.gitignore, Other",
        "tenants/acme/README.md, Other",
        "build/tree/hosts/a/etc/extension-release.d/extension-release.bbc, Other",
        "platform/metadata.json, Data",
        "docs/metadata.json, Other",
        "tenants/acme/Metadata.json, LEX011",
        "locks/acme.lock, Lock",
        "locks/acme.LOCK, LEX011",
        "tenants/acme/locks/acme.lock, Unread",
        "Cargo.lock, Other"
    })
    void kinds(String path, String expected) {
        InputName name = InputName.of(path);
        assertEquals(
                expected,
                name instanceof InputName.Refused r
                        ? r.code().id()
                        : name.getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "tenants/acme/x.bbc, acme",
        "tenants/acme/deep/x.bbc, acme",
        "tenant-acme/x.bbc, acme",
        "eu/tenants/acme/x.bbc, acme",
        "tenants/acme/tenants/globex/x.bbc, acme",
        "tenants/acme/tenant-globex/x.bbc, acme",
        "lib/shop/x.bbc, ''",
        "tenants/x.bbc, ''",
        "tenant-acme, ''",
        "x.bbc, ''"
    })
    void owners(String path, String tenant) {
        assertEquals(tenant.isEmpty() ? Owner.PLATFORM : new Owner.Tenant(tenant), Owner.of(path));
    }
}
