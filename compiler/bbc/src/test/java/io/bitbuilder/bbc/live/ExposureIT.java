package io.bitbuilder.bbc.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.lower.manifest.Exposures;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The exposure in the manifest of a host is that of {@code systemd-analyze security}, for every service of every
 * example.
 */
@Order(9)
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class ExposureIT {
    private static final String FOLDER = "systemd/system/";
    private static final Pattern ANSWER = Pattern.compile("exposure level for ([^@ ]+@?).*(\\.service): ([0-9.]+) ");
    private static final String SCRIPT =
            "systemd-analyze security --no-pager --offline=true \"$@\" 2>&1 | grep '^. Overall'";

    @Test
    void systemdAgrees(OracleRoot root) {
        Map<String, String> found = new TreeMap<>();
        Example.all().flatMap(example -> example.hosts().stream()).forEach(host -> {
            String[] units = services(host).toArray(String[]::new);
            List<String> lines = root.inside(host, SCRIPT, units).lines();
            assertEquals(units.length, lines.size(), () -> host.name() + ": " + lines);
            for (String line : lines) {
                Matcher answer = ANSWER.matcher(line);
                assertEquals(true, answer.find(), host.name() + ": " + line);
                String service = answer.group(1) + answer.group(2);
                String other = found.putIfAbsent(service, answer.group(3));
                assertEquals(other == null ? answer.group(3) : other, answer.group(3), host.name() + ": " + line);
            }
        });
        assertEquals(Exposures.shipped(), found);
    }

    /**
     * Returns the services of a host, an instance for a template without one; drop-ins for services of others are left
     * out.
     */
    private static TreeSet<String> services(HostTree host) {
        TreeSet<String> services = new TreeSet<>();
        for (String file : host.files(path -> path.startsWith(FOLDER) && path.contains(".service"))) {
            String name = file.substring(FOLDER.length());
            int folder = name.indexOf(".d/");
            String unit = folder < 0 ? name : name.substring(0, folder);
            if (folder < 0 || unit.contains("@")) {
                services.add(unit.replace("@.", "@acme.web.data."));
            }
        }
        return services;
    }
}
