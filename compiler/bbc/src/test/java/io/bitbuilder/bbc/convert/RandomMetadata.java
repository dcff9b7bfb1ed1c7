package io.bitbuilder.bbc.convert;

import io.bitbuilder.bbc.metadata.MetadataFormat;
import io.bitbuilder.bbc.metadata.MetadataFormat.Member;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random valid files of format 1.0, by the table of its members: a member that the format gains is written here, too.
 */
public final class RandomMetadata {
    private static final List<String> TEXTS =
            List.of("plain", "a\"b{c}\\d", "{self.name}", "line\nbreak\ttab", "é 😀", "'''", "# no comment", "}", "");

    private final Random random;
    private boolean machine;
    private boolean hostNetwork;

    /** Creates the generator. */
    public RandomMetadata(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the text of a file. */
    public String text() {
        machine = random.nextBoolean();
        hostNetwork = !machine && random.nextInt(4) == 0;
        return JsonText.of(object(""));
    }

    private Json object(String path) {
        Json.Builder object = Json.object();
        for (Member member : MetadataFormat.members(path)) {
            boolean refused = machine && path.equals("security")
                    || hostNetwork && member.key().equals("interfaces");
            if (member.required() || !refused && random.nextInt(3) > 0) {
                object.put(member.key(), value(member));
            }
        }
        return object.build();
    }

    private Json value(Member member) {
        return switch (member.path()) {
            case "tenant.type" -> Json.of(machine ? "vm" : "container");
            case "network.mode" -> Json.of(hostNetwork ? "host" : random.nextBoolean() ? "nat" : "bridge");
            default -> byShape(member);
        };
    }

    private Json byShape(Member member) {
        return switch (member.shape()) {
            case "object" -> object(member.path());
            case "objects" -> interfaces(member.path());
            case "bool" -> Json.of(random.nextBoolean());
            case "integer" -> Json.of(random.nextInt(2, 100_000));
            case "text" -> Json.of(one(TEXTS));
            case "filled-text" ->
                Json.of(one(List.of("tenant_t", "user_u:role_r:type_t:s0:c1,c2", "system_u:system_r:x:s0")));
            case "name", "tenant-name" -> Json.of("n" + random.nextInt(100) + "-x");
            case "size" -> Json.of(random.nextInt(0, 5000) + one(List.of("", "B", "K", "M", "G", "T")));
            case "mac" -> Json.of(one(List.of("auto", "02:00:5e:10:00:01", "0A:00:5E:10:00:01")));
            case "texts" -> texts(List.of("base-tools", "in", "x.service", "a\"{b}"));
            case "capabilities" -> texts(List.of("CAP_NET_ADMIN", "CAP_NET_RAW"));
            case "groups" -> texts(List.of("@basic-io", "@reboot", "@network-io"));
            default -> Json.of(one(member.words()));
        };
    }

    private Json interfaces(String path) {
        List<Json> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Json.Builder one = Json.object();
            object(path).members().forEach(one::put);
            all.add(one.put("name", "eth" + i).build());
        }
        return new Json.Elements(all);
    }

    private Json texts(List<String> from) {
        return Json.texts(from.subList(0, random.nextInt(from.size() + 1)));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
