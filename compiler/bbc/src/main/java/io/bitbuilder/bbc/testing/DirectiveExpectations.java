package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.eval.DirectiveText;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expected;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks directives of compiled files. */
final class DirectiveExpectations {
    private static final Expectation PATH = Expectation.of(new Type.Of(Scalar.TEXT), "the path");
    private static final Expectation VALUE = Expectation.of(new Type.Of(Scalar.DIRECTIVE_TEXT), "the directive");
    private static final List<String> SOURCES = List.of("file", "unit");

    private static final Catalogue CATALOGUE = Catalogue.load();

    private final TestScope scope;
    private final CompiledFiles files;
    private final Evaluator evaluator;

    DirectiveExpectations(TestScope scope, CompiledFiles files) {
        this.scope = scope;
        this.files = files;
        this.evaluator = new Evaluator(scope.findings());
    }

    /** Reports a directive that is not as expected. */
    void check(Expected.Has expected) {
        Optional<List<SystemdFile>> found = files(expected.source());
        Optional<Value> value = expected.value().map(v -> evaluator.eval(v, VALUE, scope));
        if (found.isEmpty() || value.filter(Value.ERROR::equals).isPresent()) {
            return;
        }
        List<String> values = CompiledFiles.values(
                found.get(), expected.section().text(), expected.key().text());
        if (values.isEmpty()) {
            Optional<Finding> unknown = unknown(expected, found.get());
            unknown.ifPresent(scope::report);
            if (unknown.isPresent()) {
                return;
            }
        }
        Optional<List<String>> wanted = value.map(v -> lines(v, expected.value().orElseThrow()));
        boolean has = wanted.map(lines -> lines.size() == 1 ? values.contains(lines.getFirst()) : values.equals(lines))
                .orElse(!values.isEmpty());
        if (has == expected.absent()) {
            scope.report(failed(expected, values, wanted));
        }
    }

    /** Returns the finding about a directive that no release of systemd reads in the files. */
    private static Optional<Finding> unknown(Expected.Has expected, List<SystemdFile> files) {
        Set<String> types = new TreeSet<>();
        files.forEach(file -> types.addAll(file.kind().content()));
        String section = expected.section().text();
        Set<String> sections = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (String type : types) {
            sections.addAll(CATALOGUE.sections(type));
            keys.addAll(CATALOGUE.directives(type, section).keySet());
        }
        if (sections.isEmpty() || keys.contains(expected.key().text())) {
            return Optional.empty();
        }
        boolean known = sections.contains(section);
        Name name = known ? expected.key() : expected.section();
        String message = known
                ? "unknown directive `" + name + "` in [" + section + "]"
                : "unknown section [" + section + "] of the files";
        return Optional.of(EvalMessages.unknown(
                Code.UNKNOWN_DEFINITION, name.span(), message, name.text(), known ? keys : sections));
    }

    private static List<String> lines(Value value, Expr written) {
        return value instanceof Value.Scalar(DirectiveText text)
                ? text.lines().stream().map(DirectiveText.Line::text).toList()
                : List.of(written.span().text());
    }

    private Optional<List<SystemdFile>> files(Expr.Call source) {
        String function = source.function().text();
        if (!SOURCES.contains(function)) {
            scope.report(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    source.function().span(),
                    "unknown source of directives `" + function + "`",
                    function,
                    SOURCES));
            return Optional.empty();
        }
        if (source.args().size() != 1 || source.args().getFirst().name().isPresent()) {
            scope.report(Finding.of(Code.INVALID_ARGUMENTS, source.span(), "`" + function + "` expects one argument"));
            return Optional.empty();
        }
        Expr argument = source.args().getFirst().value();
        return evaluator.eval(argument, PATH, scope) instanceof Value.Scalar(String path)
                ? seen(function, path, argument.span())
                : Optional.empty();
    }

    private Optional<List<SystemdFile>> seen(String function, String path, Span span) {
        boolean unit = function.equals("unit");
        List<SystemdFile> found = unit ? files.unit(path) : files.file(path);
        boolean visible = unit
                ? scope.sees(path.split("\\.", 2)[0])
                : !(scope.owner() instanceof Owner.Tenant(String tenant))
                        || found.stream().allMatch(file -> CompiledFiles.isOf(tenant, file));
        if (visible && !found.isEmpty()) {
            return Optional.of(found);
        }
        Finding finding = Finding.of(
                Code.UNKNOWN_REFERENCE,
                span,
                unit ? "unknown block `" + path + "` of a unit" : "unknown compiled file `" + path + "`");
        scope.report(
                unit
                        ? finding.why("`unit` takes the path of a workload, a network or a tenant of the test")
                                .fix("write it like `unit(\"acme.web\")`")
                        : finding.why("`file` takes the path of a file with sections in the compiled tree")
                                .fix("write it like `file(\"hosts/node-a/etc/systemd/nspawn/acme.web.nspawn\")`"));
        return Optional.empty();
    }

    private static Finding failed(Expected.Has expected, List<String> values, Optional<List<String>> wanted) {
        String directive = expected.section() + "." + expected.key();
        String found = values.isEmpty() ? "is not set" : "is " + String.join(", ", values);
        String should = wanted.map(lines -> String.join(", ", lines))
                .map(value -> expected.absent() ? ", expected no " + value : ", expected " + value)
                .orElse("");
        return Finding.of(
                Code.FAILED_EXPECTATION, expected.span(), "failed expectation: " + directive + " " + found + should);
    }
}
