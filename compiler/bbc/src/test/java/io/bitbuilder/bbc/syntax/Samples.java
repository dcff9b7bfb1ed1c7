package io.bitbuilder.bbc.syntax;

/** Texts that several tests read. */
public final class Samples {
    /** One of every construct and literal that this version compiles. */
    public static final String SUPPORTED = """
            \"""A kind.\"""
            kind Publish in container, machine, tenant {
              \"""Which protocol.\"""
              form proto host '->' guest
              proto: Proto
              host: Port = auto
              form: Int? where it in 1..3 = 2
              many: many Attachment by name; pair: many Publish by (proto, host)
              maybe: block? { a: Size?; b: block { c: {Int} = [1, 2] } }
              map: {Text: Text} = []
              ref: ref network = name
              list: [ref extension] = []
            }
            kind bare { size: Size }
            enum Mode { bridge nat routed host }
            ordered enum Level {
              basic
              strict, paranoid
            }
            type Small = Size where it <= 1GiB
            type Web = { port: Port; tls: Bool = true }
            type Host = { host: Text }
            type Sets = {Int}
            type Maps = {Text: Int}
            let emoji = "€ {n} €"
            let n = 1 + 2 * -3 - (4 / 2)
            profile p(a: Level = basic, b: {Int} = [1],) for container, machine {
              use q
              use lib.web(cache = 1GiB, 7)
              final x.y = 1
              final z += [@clock]
              if a >= strict and not (b == [1] or false) { tasks = 1 } \
            else if a == basic { tasks = 2 } else { tasks = 3 }
              for i in [x.name for x in 1..3 where x != 2] where i > 1 { container (i) { } }
              let s = '''
                raw {text}
                  kept
                '''
            }
            tenant acme {
              \"""Documented.\"""
              container web {
                publish tcp 443 -> 8443
                publish udp auto -> 53 { }
                attach front = none
                volume data { size = 100GiB; mount = "/var/lib/{tenant.name}/\\n\\u{e9}\\"" }
                host = auto; type = none; data.form = self.limit * 90%
                a = if n in [1, 2] then true else [({ k = v; "k 2" = 2 })] contains 3
                b = f(g(1.5), name = [10.0.0.0/24, 10.0.0.7, fd00:1::/64, fd00::7, ::1, 02:00:5e:10:00:01, \
            2027-01-31, sha256:ab12, 30s, 1Gbit])
                c = workload.attach.front.ipv4 +
                    host.address
                d = f(
                  1,
                  2
                )
              }
            }
            platform one { defaults container { tasks = 5 } }
            """;

    /** One of every construct and literal. */
    static final String EVERYTHING = SUPPORTED + """
            test "x" { expect error MRG002 in { tenant u { container c { } } } }
            policy p { deny container c when c.network == host; message "no {c.name}" }
            waive p for acme.web because "OPS" until 2027-01-31
            data rows: [{name: Name}] = file("x.csv")
            extend kind tenant { x: Text }
            """;

    private Samples() {}
}
