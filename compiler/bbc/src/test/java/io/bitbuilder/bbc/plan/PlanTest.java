package io.bitbuilder.bbc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.artefact.PathPattern;
import io.bitbuilder.bbc.plan.FileChange.Kind;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String UNITS = "etc/systemd/system/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etc/systemd/system/tenant-t.slice | [Slice]/MemoryMax=2G | [Slice]/MemoryMax=3000M | RELOAD",
                "etc/systemd/system/tenant-t.slice | [Slice]/MemoryMax=3000M | [Slice]/MemoryMax=2G | RESTART",
                "etc/systemd/system/systemd-nspawn@t.w.service.d/55-limits.conf | [Service]/MemoryMax=4G | "
                        + "[Service]/MemoryMax=2G | RESTART",
                "etc/systemd/system/systemd-nspawn@t.w.service.d/55-limits.conf | [Service]/TasksMax=4 | "
                        + "[Service]/TasksMax=2 | RELOAD",
                "etc/systemd/system/systemd-nspawn@t.w.service.d/50-bbc.conf | [Unit]/Description=a | "
                        + "[Unit]/Description=b | RESTART",
                "etc/systemd/nspawn/t.w.nspawn | [Exec]/Capability=CAP_A | [Exec]/Capability=CAP_B | RESTART",
                "etc/bbc/guest/t.w/network.network.50-host0 | a | b | RESTART",
                "etc/bbc/nft/t.nft | a | b | RELOAD",
                "etc/systemd/network/50-b.netdev | [NetDev]/Kind=bridge | [NetDev]/Kind=vlan | RECREATE",
                "etc/systemd/network/50-b.netdev | [VXLAN]/VNI=1 | [VXLAN]/VNI=2 | RECREATE",
                "etc/systemd/network/50-b.netdev | [Bridge]/STP=no | [Bridge]/STP=yes | RELOAD",
                "etc/systemd/network/50-b.network | [Network]/Address=10.0.0.1/24 | "
                        + "[Network]/Address=10.0.0.2/24 | RELOAD",
                "etc/systemd/network/50-b.network | [DHCPServerStaticLease]/Address=10.0.0.2 | "
                        + "[DHCPServerStaticLease]/Address=10.0.0.3 | RESTART",
                "etc/systemd/network/50-b.network | [DHCPServerStaticLease]/Address=10.0.0.2 | [A]/B=c | RELOAD",
                "etc/systemd/network/50-b.network | [A]/B=c | [DHCPServerStaticLease]/Address=10.0.0.2 | RELOAD",
                "etc/systemd/system/bbc-volume@t.w.v.service.d/50-bbc.conf | "
                        + "[Service]/Environment=\"BBC_SIZE=10\" | [Service]/Environment=\"BBC_SIZE=9\" | RESTART",
                "etc/systemd/system/bbc-volume@t.w.v.service.d/50-bbc.conf | "
                        + "[Service]/Environment=\"BBC_SIZE=9\" | [Service]/Environment=\"BBC_SIZE=10\" | RELOAD",
                "etc/systemd/system/var-lib-tenants-x.mount | [Mount]/Options=ro | [Mount]/Options=rw | RESTART",
                "etc/systemd/system/tenant-t.target | [Unit]/Upholds=a | [Unit]/Upholds=b | RESTART",
                "etc/systemd/system/tenant-t.target | [Unit]/Upholds=a; Upholds=b | [Unit]/Upholds=a | RESTART",
                "etc/systemd/system/tenant-t.target | [Unit]/Upholds=a | [Unit]/Upholds=a; Upholds=b | RELOAD",
                "etc/tmpfiles.d/bbc-t.conf | a | b | RELOAD",
                "etc/extension-release.d/extension-release.bbc | ID=_any | ID=debian | NONE",
                "host.json | {} | [] | NONE",
                "etc/unheard-of | a | b | RESTART"
            })
    void knowsTheImpactOfAChange(String path, String before, String after, Impact impact) {
        Plan plan = Plan.between(host(path, lines(before)), host(path, lines(after)));
        assertEquals(impact, plan.impact());
        assertEquals(1, plan.count(impact));
    }

    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/systemd-nspawn@t.w.service.d/50-bbc.conf,RELOAD,RESTART",
        "etc/systemd/system/bbc-host.target.d/50-t.conf,RELOAD,RESTART",
        "etc/systemd/network/50-b.netdev,RELOAD,RECREATE",
        "etc/bbc/nft/t.nft,RELOAD,RELOAD",
        "host.json,NONE,NONE"
    })
    void knowsTheImpactOfNewAndGoneFiles(String path, Impact added, Impact removed) {
        Tree with = host(path, path.endsWith(".json") ? "{}" : "[A]\nB=c\n");
        assertEquals(added, Plan.between(Tree.EMPTY, with).impact());
        assertEquals(removed, Plan.between(with, Tree.EMPTY).impact());
    }

    @Test
    void aPlanNamesTenantsThatGainOrLoseAPort() {
        String path = "etc/bbc/nft/t.nft";
        String rule = "ip daddr 10.0.0.2 tcp dport 8443 accept";
        Tree without = host(path, "table inet bbc {\n\tchain t__to_guests {\n\t\tdrop\n\t}\n}\n");
        Tree with = host(
                path,
                "table inet bbc {\n\tchain t__gives_big_api__to_big_co {\n\t\t" + rule
                        + "\n\t}\n\tchain t__takes_x__from_y {\n\t\t" + rule + "\n\t}\n}\n");
        List<ImpactReason> gained = Plan.between(without, with)
                .groups()
                .getFirst()
                .changes()
                .getFirst()
                .reasons();
        assertEquals(
                List.of("", "expose big-api to big-co", "consume y.x"),
                gained.stream().map(ImpactReason::what).toList());
        assertEquals(
                List.of("", "at tcp 8443 of 10.0.0.2", "at tcp 8443 of 10.0.0.2"),
                gained.stream().map(ImpactReason::after).toList());
        List<ImpactReason> lost = Plan.between(with, Tree.EMPTY)
                .groups()
                .getFirst()
                .changes()
                .getFirst()
                .reasons();
        assertEquals(
                List.of("", "that tenant can no longer reach this port", "this tenant can no longer reach that port"),
                lost.stream().map(r -> r.what().isEmpty() ? "" : r.why()).toList());
    }

    @Test
    void aPlanNamesAddressesThatATenantOpens() {
        String path = "etc/bbc/nft/t.nft";
        String rules = "\tchain t__egress_big_net {\n\t\tip daddr @t__closed4 counter drop\n\t\t%s\n\t}\n}\n";
        Tree closed = host(path, "table inet bbc {\n" + rules.formatted("counter drop"));
        Tree open = host(
                path,
                "table inet bbc {\n\tset t__allow4_big_net {\n\t\ttype ipv4_addr\n\t\tflags interval\n"
                        + "\t\telements = { 10.0.0.0/8,192.0.2.0/24 }\n\t}\n"
                        + "\tset t__deny6_big_net {\n\t\ttype ipv6_addr\n\t\telements = { fd00::/8 }\n\t}\n"
                        + rules.formatted("accept"));
        assertEquals(
                List.of(
                        "",
                        "egress.allow of big-net 10.0.0.0/8, 192.0.2.0/24, all other addresses",
                        "egress.deny of big-net fd00::/8"),
                Plan.between(closed, open).groups().getFirst().changes().getFirst().reasons().stream()
                        .map(r -> (r.what() + " " + r.after()).strip())
                        .toList());
    }

    @Test
    void changesAreGroupedByHostAndTenant() {
        Tree before = Tree.of(List.of(
                TreeFile.of("fleet.json", "1"),
                TreeFile.of("tenants/shop/manifest.json", "1"),
                TreeFile.of("hosts/h2/" + UNITS + "bbc-x.service", "[Unit]\nDescription=a\n"),
                TreeFile.of(
                        "hosts/h1/" + UNITS + "tenant-shop.slice",
                        "# bbc: tenant shop, do not edit\n[Slice]\nTasksMax=1\nCPUWeight=5\n")));
        Tree after = Tree.of(List.of(
                TreeFile.of("fleet.json", "2"),
                TreeFile.of("tenants/shop/manifest.json", "2"),
                TreeFile.of(
                        "hosts/h2/" + UNITS + "bbc-x.service", "# bbc: host h2, do not edit\n[Unit]\nDescription=a\n"),
                TreeFile.of(
                        "hosts/h1/" + UNITS + "tenant-shop.slice",
                        "# bbc: tenant shop, do not edit\n[Slice]\nTasksMax=2\nCPUWeight=5\n")));
        Plan plan = Plan.between(before, after);
        assertEquals(
                List.of(Optional.of("h1"), Optional.of("h2"), Optional.empty()),
                plan.groups().stream().map(ChangeGroup::host).toList());
        assertEquals(
                List.of(Optional.of("shop"), Optional.empty(), Optional.of("shop")),
                plan.groups().stream().map(ChangeGroup::tenant).toList());
        assertEquals(List.of("h1", "h2"), plan.hosts());
        assertEquals(List.of("shop"), plan.tenants());
        FileChange change = plan.groups().getFirst().changes().getFirst();
        assertEquals(Kind.CHANGED, change.kind());
        assertEquals(
                List.of(new ImpactReason(
                        Impact.RELOAD,
                        ImpactReason.Topic.CONTENT,
                        "[Slice] TasksMax",
                        "1",
                        "2",
                        "daemon-reload sets the limits of a running slice at once")),
                change.reasons());
        assertEquals(
                "@@ -1,4 +1,4 @@\n # bbc: tenant shop, do not edit\n [Slice]\n-TasksMax=1\n+TasksMax=2\n CPUWeight=5\n",
                change.diff());
        assertTrue(Plan.between(before, before).isEmpty());
    }

    @Test
    void theMostDangerousComesFirst() {
        Tree before = Tree.of(List.of(
                TreeFile.of("hosts/h/etc/bbc/nft/t.nft", "1"),
                TreeFile.of("hosts/h/etc/systemd/network/50-a.netdev", "[NetDev]\nKind=a\nDescription=a\n"),
                TreeFile.of("hosts/h/etc/systemd/nspawn/t.w.nspawn", "[Exec]\nA=1\n")));
        Tree after = Tree.of(List.of(
                TreeFile.of("hosts/h/etc/bbc/nft/t.nft", "2"),
                TreeFile.of("hosts/h/etc/systemd/network/50-a.netdev", "[NetDev]\nKind=b\nDescription=b\n"),
                TreeFile.of("hosts/h/etc/systemd/nspawn/t.w.nspawn", "[Exec]\nA=2\n")));
        List<FileChange> changes =
                Plan.between(before, after).groups().getFirst().changes();
        assertEquals(
                List.of(Impact.RECREATE, Impact.RESTART, Impact.RELOAD),
                changes.stream().map(FileChange::impact).toList());
        assertEquals(
                List.of(Impact.RECREATE, Impact.RELOAD),
                changes.getFirst().reasons().stream().map(ImpactReason::impact).toList());
    }

    @Test
    void aPlanIsPrintedAsTextJsonAndMarkdown() {
        Plan plan = Plan.between(
                host(UNITS + "tenant-shop.slice", "# bbc: tenant shop, do not edit\n[Slice]\nTasksMax=400\n"),
                host(UNITS + "tenant-shop.slice", "# bbc: tenant shop, do not edit\n[Slice]\nTasksMax=200\n"));
        assertEquals("""
                1 file on 1 host of 1 tenant: 0 recreate, 0 restart, 1 reload, 0 none

                host h, tenant shop: reload
                    etc/systemd/system/tenant-shop.slice
                      [Slice] TasksMax: 400 -> 200
                      reload: daemon-reload sets the limits of a running slice at once

                --- a/hosts/h/etc/systemd/system/tenant-shop.slice
                +++ b/hosts/h/etc/systemd/system/tenant-shop.slice
                @@ -1,3 +1,3 @@
                 # bbc: tenant shop, do not edit
                 [Slice]
                -TasksMax=400
                +TasksMax=200
                """, PlanText.of(PlanView.of(plan, false), true, false));
        assertTrue(PlanJson.of(plan).contains("\"impact\": \"reload\""), PlanJson.of(plan));
        assertEquals("""
                ### bbc: reload

                1 file on 1 host of 1 tenant: 0 recreate, 0 restart, 1 reload, 0 none

                **host h, tenant shop**: reload

                - **reload** `etc/systemd/system/tenant-shop.slice`
                  - `[Slice] TasksMax` `400 -> 200`: daemon-reload sets the limits of a running slice at once

                `hosts/h/etc/systemd/system/tenant-shop.slice`

                ```diff
                @@ -1,3 +1,3 @@
                 # bbc: tenant shop, do not edit
                 [Slice]
                -TasksMax=400
                +TasksMax=200
                ```
                """, PlanMarkdown.of(PlanView.of(plan, false), 60_000));
        assertEquals(
                "No host changes.\n", PlanText.of(PlanView.of(new Plan(List.of(), List.of()), false), true, false));
    }

    @Test
    void hostileTextIsEscaped() {
        Plan plan = Plan.between(
                host(UNITS + "tenant-t.slice", "[Slice]\nDescription=a\n"),
                host(
                        UNITS + "tenant-t.slice",
                        "[Slice]\nDescription=`@all` ```\u001b]0;x\u0007 <img src=x> [l](http://e) ::error::\u202e\n"));
        String text = PlanText.of(PlanView.of(plan, false), true, false);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), text);
        String markdown = PlanMarkdown.of(PlanView.of(plan, false), 60_000);
        String outside = markdown.replaceAll("(?s)````diff\n.*?````\n", "");
        assertTrue(markdown.contains("````diff\n"), markdown);
        assertFalse(
                outside.contains("@all")
                        || outside.contains("<img")
                        || outside.contains("](")
                        || outside.contains("http://"),
                outside);
    }

    @ParameterizedTest
    @CsvSource({
        "a/*.b,a/x.b,true",
        "a/*.b,a/x/y.b,false",
        "a/**,a/x/y.b,true",
        "**,x,true",
        "a*c*e,abcde,true",
        "a*,b,false",
        "*x,aax,true"
    })
    void patternsMatchPaths(String pattern, String path, boolean matches) {
        assertEquals(matches, new PathPattern(pattern).matches(path));
    }

    private static Tree host(String path, String text) {
        return Tree.of(List.of(TreeFile.of("hosts/h/" + path, text)));
    }

    /** A slash after a section header stands for a line end. */
    private static String lines(String text) {
        return text.replace("]/", "]\n").replace("; ", "\n") + "\n";
    }
}
