package io.bitbuilder.site;

import java.util.List;

/** The order of the site: what a reader needs first is first. A page of {@code docs} that it lacks fails a test. */
final class Contents {
    private Contents() {}

    /** A page of the site by its source in the repository, with its short name in the list. */
    record Entry(String source, String name) {}

    /** A heading of the list, and the pages below it. */
    record Part(String name, List<Entry> entries) {}

    static final List<Part> PARTS = List.of(
            new Part("Begin", List.of(new Entry("README.md", "Overview"), new Entry("docs/tour.md", "Tour"))),
            new Part(
                    "Language",
                    List.of(
                            new Entry("docs/language.md", "Language"),
                            new Entry("docs/kinds.md", "Kinds and fields"),
                            new Entry("docs/stdlib.md", "Standard library"),
                            new Entry("docs/language.md#expressions-and-types", "Expressions and types"),
                            new Entry("docs/raw.md", "Directives of raw"),
                            new Entry("stdlib/codes/index.md", "Codes"))),
            new Part(
                    "How to",
                    List.of(
                            new Entry("docs/cookbook.md", "Cookbook"),
                            new Entry("docs/tasks/first-tenant.md", "A tenant from nothing"),
                            new Entry("docs/tasks/profile.md", "A profile"),
                            new Entry("docs/tasks/policy.md", "A policy with a test"),
                            new Entry("docs/tasks/change.md", "A change through the gate"),
                            new Entry("docs/tasks/compose.md", "A compose file"),
                            new Entry("docs/guides/policies.md", "Guide to policies"),
                            new Entry("docs/guides/from-compose.md", "From Docker Compose"),
                            new Entry("docs/guides/from-quadlet.md", "From Quadlet"),
                            new Entry("docs/guides/from-nix.md", "From NixOS"),
                            new Entry("docs/guides/from-terraform.md", "From Terraform"),
                            new Entry("docs/guides/from-pkl.md", "From Pkl"),
                            new Entry("docs/import.md", "Importing files"))),
            new Part(
                    "Run",
                    List.of(
                            new Entry("docs/operations.md", "Running a host"),
                            new Entry("docs/git.md", "Git and the gate"),
                            new Entry("docs/verify.md", "Verify"),
                            new Entry("docs/views.md", "Views of a fleet"),
                            new Entry("docs/diagnostics.md", "Formats of findings"),
                            new Entry("docs/editors.md", "Editors"),
                            new Entry("docs/man/index.md", "Manual pages"))),
            new Part(
                    "Develop",
                    List.of(
                            new Entry("docs/architecture.md", "Architecture"),
                            new Entry("docs/contributing.md", "Contributing"),
                            new Entry("docs/testing.md", "Testing"),
                            new Entry("docs/nightly.md", "Nightly results"),
                            new Entry("compiler/systemd/README.md", "The systemd module"),
                            new Entry("CHANGELOG.md", "Changelog"))));
}
