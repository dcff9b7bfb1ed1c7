package io.bitbuilder.bbc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and the trees that they are. */
class ParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 + 2 * 3 - 4            | ((INT:1 ADD (INT:2 MULTIPLY INT:3)) SUBTRACT INT:4)
            1 - 2 - 3                | ((INT:1 SUBTRACT INT:2) SUBTRACT INT:3)
            (1 - (2 - 3))            | (INT:1 SUBTRACT (INT:2 SUBTRACT INT:3))
            a-b - c                  | (a-b SUBTRACT c)
            -1 * - -2                | ((NEGATE INT:1) MULTIPLY (NEGATE (NEGATE INT:2)))
            a or b and not c == d    | (a OR (b AND (NOT (c EQ d))))
            a in 1..n + 1            | (a IN (INT:1..(n ADD INT:1)))
            x contains y != true     | ERROR
            1..10                    | (INT:1..INT:10)
            if a then 1 else if b then 2 else 3 | (if a INT:1 (if b INT:2 INT:3))
            self.limit * 90%         | (@self.limit MULTIPLY PERCENT:90%)
            db.attach.front.ipv4     | db.attach.front.ipv4
            host                     | @host
            tenant.name              | @tenant.name
            f(1, a = [b, c,],)       | f(INT:1 a=[b c])
            f(g(h()))                | f(g(h()))
            [x.n for x in xs where x != 1] | [x.n for x xs where (x NE INT:1)]
            [({ a = 1; "b c" = { d = e } }), { }] | [{a=INT:1 b c={d=e}} {}]
            [ ]                      | []
            "a{b + 1}c{"d{e}"}"      | <'a' (b ADD INT:1) 'c' <'d' e>>
            "\\n\\t\\"\\\\\\{\\u{e9}}" | `'⏎	"\\{é}'`
            ""                       | `''`
            "{x}"                    | <x>
            '''raw \\n {x}'''        | `'raw \\n {x}'`
            10.0.0.0/24              | SUBNET4:10.0.0.0/24
            10.0.0.7                 | ADDRESS4:10.0.0.7
            fd00:1::/64              | SUBNET6:fd00:1::/64
            ::                       | ADDRESS6:::
            fd00::1..fd00::9         | (ADDRESS6:fd00::1..ADDRESS6:fd00::9)
            1:2:3:4:5:6:7:8          | ADDRESS6:1:2:3:4:5:6:7:8
            02:00:5e:10:00:01        | MAC:02:00:5e:10:00:01
            aa:bb:cc:dd:ee:ff        | MAC:aa:bb:cc:dd:ee:ff
            2027-01-31               | DATE:2027-01-31
            sha256:ab12              | DIGEST:sha256:ab12
            @basic-io                | SYSCALL_GROUP:@basic-io
            [2GiB, 500MB, 0B, 30s, 5min, 100Mbit, 1.5, 12.5%] | \
            [SIZE:2GiB SIZE:500MB SIZE:0B DURATION:30s DURATION:5min RATE:100Mbit DECIMAL:1.5 PERCENT:12.5%]
            auto                     | AUTO
            none                     | NONE
            kind                     | kind
            """)
    void expressions(String text, String expected) {
        Findings findings = new Findings();
        SourceUnit unit = parse("let x = " + text, findings);
        assertEquals(
                expected,
                unit.decls().isEmpty()
                        ? "ERROR"
                        : ShowExpr.of(((Decl.Let) unit.decls().getFirst()).value()));
        assertEquals(unit.decls().isEmpty(), findings.hasErrors());
    }

    @Test
    void newlinesEndStatementsUnlessSomethingIsMissing() {
        SourceUnit unit =
                parse("let a =\n  1 +\n  2\nlet b = f(\n  1,\n\n  2\n)\nlet c = [\n 1\n]; let d = 1", new Findings());
        assertEquals(
                List.of("(INT:1 ADD INT:2)", "f(INT:1 INT:2)", "[INT:1]", "INT:1"),
                unit.decls().stream()
                        .map(d -> ShowExpr.of(((Decl.Let) d).value()))
                        .toList());
    }

    @Test
    void rawTextsLoseTheirCommonIndentation() {
        Expr value = ((Decl.Let) parse("let a = '''\n    one\n      two\n\n    three\n  '''", new Findings())
                        .decls()
                        .getFirst())
                .value();
        assertEquals("one\n  two\n\nthree", ((Expr.Text) value).value());
    }

    @Test
    void entries() {
        Stmt.Entry publish = entry("publish tcp 443 -> 8443");
        assertEquals("publish", publish.kind().text());
        assertEquals(List.of("tcp", "INT:443"), labels(publish));
        assertEquals("INT:8443", ShowExpr.of(publish.target().orElseThrow().value()));
        assertTrue(publish.body().isEmpty());
        Stmt.Entry removed = entry("attach front = none");
        assertTrue(removed.removed());
        Stmt.Entry computed = entry("container (shop.name) { }");
        assertTrue(computed.labels().getFirst().computed());
        assertEquals("shop.name", labels(computed).getFirst());
        assertEquals("cpu", entry("cpu { cores = 2 }").kind().text());
    }

    @Test
    void fields() {
        Stmt.Field field = assertInstanceOf(Stmt.Field.class, stmt("final security.syscalls.deny += [@clock]"));
        assertTrue(field.isFinal() && field.add());
        assertEquals("[security, syscalls, deny]", field.path().toString());
        assertEquals(
                "security.syscalls",
                field.path().getFirst().span().to(field.path().get(1).span()).text());
        assertEquals("[@clock]", field.value().span().text());
    }

    @Test
    void kinds() {
        SourceUnit unit = parse("""
                ""\"A port.""\"
                kind Publish in container, host {
                  form proto host '->' guest
                  ""\"Which.""\"
                  proto: Proto
                  host: Port = auto
                  size: Size? where it >= 16MiB
                  by: many Attachment by (name, proto)
                  cpu: block? { pin: {Int} = []; map: {Text: Int} }
                }
                type Web = { port: Port; tls: Bool = true }
                ordered enum Level { basic strict }
                """, new Findings());
        Decl.Kind kind = (Decl.Kind) unit.decls().getFirst();
        assertEquals(
                "[container, host] [proto, host] [guest]", kind.in() + " " + kind.form() + " " + kind.formTarget());
        assertEquals(Optional.of("A port."), kind.doc());
        assertEquals(Optional.of("Which."), kind.members().getFirst().doc());
        assertInstanceOf(Expr.Auto.class, kind.members().get(1).value().orElseThrow());
        TypeExpr.Refined refined =
                assertInstanceOf(TypeExpr.Refined.class, kind.members().get(2).type());
        assertEquals("(@it GE SIZE:16MiB)", ShowExpr.of(refined.condition()));
        assertInstanceOf(TypeExpr.Maybe.class, refined.type());
        assertEquals(
                "[name, proto]",
                assertInstanceOf(TypeExpr.Many.class, kind.members().get(3).type())
                        .by()
                        .toString());
        TypeExpr.Block block =
                assertInstanceOf(TypeExpr.Block.class, kind.members().get(4).type());
        assertTrue(block.optional());
        assertInstanceOf(TypeExpr.SetOf.class, block.members().getFirst().type());
        assertInstanceOf(TypeExpr.MapOf.class, block.members().get(1).type());
        assertEquals(
                2,
                assertInstanceOf(
                                TypeExpr.RecordOf.class,
                                ((Decl.TypeAlias) unit.decls().get(1)).type())
                        .members()
                        .size());
        assertTrue(((Decl.EnumType) unit.decls().get(2)).ordered());
    }

    @Test
    void elseIfIsAnIfAloneInTheOtherBody() {
        Stmt.If first = assertInstanceOf(Stmt.If.class, stmt("if a { b = 1 } else if c { b = 2 } else { b = 3 }"));
        Stmt.If second = assertInstanceOf(
                Stmt.If.class, first.otherwise().orElseThrow().stmts().getFirst());
        assertEquals("{ b = 3 }", second.otherwise().orElseThrow().span().text());
    }

    /** Checks every node of a source with all constructs: it is within its parent, and its text is not empty. */
    @Test
    void spansNest() throws ReflectiveOperationException {
        Findings findings = new Findings();
        for (Decl decl :
                parse(Samples.EVERYTHING.replace("€", "\uD83D\uDE00"), findings).decls()) {
            nests(decl, decl);
        }
    }

    private static void nests(Object value, SyntaxNode parent) throws ReflectiveOperationException {
        switch (value) {
            case List<?> list -> {
                for (Object element : list) {
                    nests(element, parent);
                }
            }
            case Optional<?> optional -> {
                if (optional.isPresent()) {
                    nests(optional.get(), parent);
                }
            }
            case SyntaxNode node -> {
                assertTrue(
                        node.span().start() >= parent.span().start()
                                && node.span().end() <= parent.span().end(),
                        () -> node + " in " + parent);
                assertTrue(node.span().start() < node.span().end(), () -> "empty: " + node);
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    component.getAccessor().setAccessible(true);
                    nests(component.getAccessor().invoke(node), node);
                }
            }
            default -> {
                // A plain value.
            }
        }
    }

    private static List<String> labels(Stmt.Entry entry) {
        return entry.labels().stream().map(l -> ShowExpr.of(l.value())).toList();
    }

    private static Stmt.Entry entry(String text) {
        return assertInstanceOf(Stmt.Entry.class, stmt(text));
    }

    private static Stmt stmt(String text) {
        Findings findings = new Findings();
        SourceUnit unit = parse("tenant t {\n  " + text + "\n}", findings);
        assertEquals(List.of(), findings.sorted());
        Stmt stmt = ((Decl.TopLevelBlock) unit.decls().getFirst())
                .entry()
                .body()
                .orElseThrow()
                .stmts()
                .getFirst();
        assertEquals(text, stmt.span().text());
        return stmt;
    }

    private static SourceUnit parse(String text, Findings findings) {
        return Parser.parse(new SourceFile("a.bbc", Owner.PLATFORM, text), findings);
    }
}
