package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.HostFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Devices of a host's .netdev files.
 *
 * @param kinds kind of each device by its name
 */
record NetworkDevices(Map<String, String> kinds) {

    NetworkDevices {
        kinds = Map.copyOf(kinds);
    }

    static NetworkDevices of(HostFiles host) {
        Map<String, String> kinds = new HashMap<>();
        host.of(FileKind.NETDEV).filter(NetworkRules::isRead).forEach(device -> {
            EffectiveSettings common =
                    EffectiveSettings.of(device, host.checker()).in("NetDev");
            common.value("Name")
                    .ifPresent(name -> kinds.put(
                            name, common.first("Kind").map(Assignment::value).orElse("")));
        });
        return new NetworkDevices(kinds);
    }

    /** Returns whether that directive of [Network] names a known device of that kind. */
    boolean has(EffectiveSettings network, String key, String kind) {
        return network.value(key)
                .flatMap(name -> Optional.ofNullable(kinds.get(name)))
                .filter(kind::equals)
                .isPresent();
    }
}
