package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.format.ProgramBlock;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes template metadata (top key {@code template}) as a profile; a key without counterpart becomes a comment. */
public final class TemplateProfile {
    private static final Map<String, String> KINDS =
            Map.of("container", "container", "machine", "machine", "vm", "machine", "infrastructure", "machine");

    /** Fields by the path of their key: a scalar in place of an object is its first member. */
    private static final Map<String, String> FIELDS = Map.of(
            "defaults.resources.cpu", "cpu.cores",
            "defaults.resources.cpu.cores", "cpu.cores",
            "defaults.resources.cpu.shares", "cpu.shares",
            "defaults.resources.memory", "memory.limit",
            "defaults.resources.memory.limit", "memory.limit",
            "defaults.resources.memory.swap", "memory.swap",
            "defaults.resources.storage", "root.size",
            "defaults.resources.storage.root", "root.size");

    private static final Map<String, String> REASONS = Map.of(
            "template.version", "a profile has the version of its repository",
            "requirements.systemd_version", "`systemd` of the platform is the oldest release of its hosts",
            "requirements.kernel", "the hosts must have it",
            "requirements.features", "the hosts must have them",
            "defaults.network.mode", "a profile of a workload has no network: write it in a network of the tenant");

    private final Findings findings;
    private final Map<String, JsonNode> values = new HashMap<>();

    private TemplateProfile(Findings findings) {
        this.findings = findings;
    }

    /** Returns the profile of a file; empty if it is not template metadata, or has mistakes, which are findings. */
    public static Optional<ProgramBlock> of(SourceFile file, Findings findings) {
        Optional<JsonNode.Object> root = JsonReader.read(file, Limits.DEFAULT, new Findings())
                .filter(JsonNode.Object.class::isInstance)
                .map(JsonNode.Object.class::cast)
                .filter(object ->
                        object.members().stream().anyMatch(m -> m.key().equals("template")));
        return root.flatMap(new TemplateProfile(findings)::profile);
    }

    private Optional<ProgramBlock> profile(JsonNode.Object root) {
        collect("", root);
        Optional<String> name = text(root, "template.name").filter(this::isName);
        Optional<String> kind = text(root, "template.type").flatMap(this::kind);
        if (name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        ProgramBlock program = ProgramBlock.program();
        program.comment("template " + name.get() + " of type " + text(values.get("template.type")));
        ProgramBlock profile = program.block("profile " + name.get() + "() for " + kind.get());
        members("", root, profile);
        return Optional.of(program);
    }

    private void collect(String prefix, JsonNode.Object object) {
        object.members().forEach(member -> {
            values.put(prefix + member.key(), member.value());
            if (member.value() instanceof JsonNode.Object inner) {
                collect(prefix + member.key() + ".", inner);
            }
        });
    }

    private void members(String prefix, JsonNode.Object object, ProgramBlock profile) {
        for (JsonNode.Member member : object.members()) {
            String path = prefix + member.key();
            if (member.value() instanceof JsonNode.Object inner
                    && !inner.members().isEmpty()) {
                members(path + ".", inner, profile);
            } else if (path.equals("defaults.network.management_interface")
                    && member.value() instanceof JsonNode.Bool(boolean on, Span s)
                    && on) {
                profile.block("attach mgmt");
            } else if (!path.equals("template.name") && !path.equals("template.type")) {
                field(path, member.value(), profile);
            }
        }
    }

    private static void field(String path, JsonNode value, ProgramBlock profile) {
        Optional<String> text = Optional.ofNullable(FIELDS.get(path)).flatMap(field -> value(value));
        if (text.isPresent()) {
            String field = FIELDS.get(path);
            int dot = field.indexOf('.');
            profile.nested(field.substring(0, dot)).field(field.substring(dot + 1), text.get());
        } else {
            profile.comment(path + " = " + text(value) + ": " + REASONS.getOrDefault(path, "no counterpart"));
        }
    }

    /** Returns a number, or a size as the language writes it. */
    private static Optional<String> value(JsonNode value) {
        return switch (value) {
            case JsonNode.Number(String number, Span s) when number.matches("[0-9]{1,9}") -> Optional.of(number);
            case JsonNode.Text(String text, Span s)
            when Size.parseSystemd(text) instanceof Parsed.Good<Size>(Size size) -> Optional.of(size.toString());
            default -> Optional.empty();
        };
    }

    private static String text(JsonNode value) {
        return value instanceof JsonNode.Text text ? text.value() : value.span().text();
    }

    private Optional<String> text(JsonNode.Object root, String path) {
        if (values.get(path) instanceof JsonNode.Text text) {
            return Optional.of(text.value());
        }
        findings.add(Finding.of(
                        Code.MISSING_KEY, values.getOrDefault("template", root).span(), "missing key `" + path + "`")
                .why("the name and type of a template are those of its profile")
                .fix("add it to \"template\", as a string"));
        return Optional.empty();
    }

    private boolean isName(String name) {
        Span span = values.get("template.name").span();
        boolean good = MetadataNames.isIdentifier(name) && Lexical.isName(name);
        if (!good) {
            findings.add(Finding.of(
                            Code.INVALID_JSON_VALUE,
                            span,
                            "invalid value " + span.text() + " for `template.name` (expected a name)")
                    .why("a profile has the name of the template")
                    .fix("write letters, digits and `-`, with a letter first"));
        }
        return good;
    }

    private Optional<String> kind(String type) {
        Span span = values.get("template.type").span();
        Optional<String> kind = Optional.ofNullable(KINDS.get(type));
        if (kind.isEmpty()) {
            findings.add(Finding.of(Code.UNSUPPORTED_KEY, span, "unsupported template type " + span.text())
                    .why("profiles are for containers and machines")
                    .fix("write \"container\", \"machine\", \"vm\" or \"infrastructure\""));
        }
        return kind;
    }
}
