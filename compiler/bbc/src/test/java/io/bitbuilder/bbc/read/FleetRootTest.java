package io.bitbuilder.bbc.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetRootTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # files                                               | start              | repository | folder
            platform/p.bbc tenants/a/t.bbc                        | ci                 | ''         | -
            platform/p.bbc tenants/a/t.bbc                        | tenants/new        | ''         | ''
            p.bbc tenants/a/t.bbc                                 | tenants/a          | ''         | ''
            p.bbc tenants/a/platform/p.bbc                        | tenants/a          | ''         | ''
            tenants/a/platform/p.bbc                              | tenants/a          | ''         | tenants/a
            tenants/a/platform/p.bbc                              | tenants/a/platform | ''         | tenants/a
            platform/p.bbc tenants/a/platform/p.bbc               | tenants/a/platform | ''         | ''
            platform/p.bbc ci/tenants/a/t.bbc                     | ci                 | ''         | ci
            platform/README fleet/platform/p.bbc                  | fleet/tenants/a    | fleet      | fleet
            platform/p.bbc tenant-a/fleet/platform/p.bbc          | tenant-a/fleet     | ''         | ''
            tenant-a/metadata.json                                | tenant-a           | ''         | ''
            fleet/platform/p.bbc                                  | ''                 | -          | -
            fleet/platform/p.bbc                                  | docs               | -          | -
            a/x.bbc                                               | a/b/c              | a          | -
            x.bbc                                                 | docs               | ''         | -
            """)
    void findsTheFleetOfAFolder(String files, String start, String inRepository, String onDisk) {
        FleetRoot.Folders folders = new Listed(List.of(files.strip().split(" ")));
        assertEquals(inRepository, FleetRoot.of(folders, start, true).orElse(null));
        assertEquals(onDisk, FleetRoot.of(folders, start, false).orElse(null));
    }

    private record Listed(List<String> files) implements FleetRoot.Folders {
        @Override
        public boolean exists(String folder) {
            return below(folder).findAny().isPresent();
        }

        @Override
        public boolean hasProgram(String folder) {
            return below(folder).anyMatch(name -> name.endsWith(".bbc") && name.indexOf('/') < 0);
        }

        private Stream<String> below(String folder) {
            String prefix = folder.isEmpty() ? "" : folder + "/";
            return files.stream().filter(f -> f.startsWith(prefix)).map(f -> f.substring(prefix.length()));
        }
    }
}
