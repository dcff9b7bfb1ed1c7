package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.Sizes;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Incomplete queueing disciplines and classes, and duplicate roots (systemd.network(5)). */
final class NetworkTraffic {
    private static final List<String> DISCIPLINES = List.of(
            "QDisc",
            "BFIFO",
            "CAKE",
            "ControlledDelay",
            "DeficitRoundRobinScheduler",
            "EnhancedTransmissionSelection",
            "FairQueueing",
            "FairQueueingControlledDelay",
            "FlowQueuePIE",
            "GenericRandomEarlyDetection",
            "HeavyHitterFilter",
            "HierarchyTokenBucket",
            "ClassfulMultiQueueing",
            "BandMultiQueueing",
            "NetworkEmulator",
            "PFIFO",
            "PFIFOFast",
            "PFIFOHeadDrop",
            "PIE",
            "QuickFairQueueing",
            "StochasticFairBlue",
            "StochasticFairnessQueueing",
            "TokenBucketFilter",
            "TrivialLinkEqualizer",
            "TrafficControlQueueingDiscipline");

    private static final int BITS = 8;
    private static final int MAX_BANDS = 16;

    private final FindingSink sink;
    private boolean root;
    private boolean ingress;

    private NetworkTraffic(FindingSink sink) {
        this.sink = sink;
    }

    static void judge(EffectiveSettings settings, FindingSink sink) {
        NetworkTraffic traffic = new NetworkTraffic(sink);
        for (String name : DISCIPLINES) {
            settings.each(name).stream()
                    .filter(section -> !section.isSpoiled())
                    .forEach(section -> traffic.discipline(name, section));
        }
        settings.each("HierarchyTokenBucketClass").stream()
                .filter(section -> !section.isSpoiled())
                .forEach(section -> {
                    if (traffic.rate(section, "Rate").signum() == 0) {
                        traffic.refuse(section.place(), "missing Rate=");
                    }
                });
    }

    private void discipline(String name, EffectiveSettings section) {
        String why = switch (name) {
            case "EnhancedTransmissionSelection" -> bands(section);
            case "GenericRandomEarlyDetection" ->
                number(section, "DefaultVirtualQueue") >= number(section, "VirtualQueues")
                        ? "DefaultVirtualQueue= must be less than VirtualQueues="
                        : "";
            case "TokenBucketFilter" -> bucket(section);
            default -> "";
        };
        if (!why.isEmpty()) {
            refuse(section.place(), why);
            return;
        }
        String parent = section.value("Parent").orElse("root");
        if (parent.equals("root")) {
            checkUnique(section, root);
            root = true;
        } else if (parent.equals("clsact") || parent.equals("ingress")) {
            checkUnique(section, ingress);
            ingress = true;
        }
    }

    private void checkUnique(EffectiveSettings section, boolean duplicate) {
        if (duplicate) {
            refuse(section.place(), "duplicate queueing discipline with this parent");
        }
    }

    private static String bands(EffectiveSettings section) {
        long parts = number(section, "StrictBands")
                + section.words("QuantumBytes")
                        .flatMap(w -> Sizes.parse(w, Sizes.IEC).toOptional().stream())
                        .filter(n -> n.signum() > 0 && n.bitLength() <= 32)
                        .limit(MAX_BANDS)
                        .count();
        long bands = number(section, "Bands") == 0 ? parts : number(section, "Bands");
        if (bands == 0) {
            return "missing Bands=, StrictBands= or QuantumBytes=";
        }
        boolean outside = section.words("PriorityMap")
                .flatMap(w -> Numbers.uint(w, 0, 255).toOptional().stream())
                .limit(MAX_BANDS)
                .anyMatch(n -> n >= bands);
        return bands < parts
                ? "StrictBands= and QuantumBytes= exceed Bands="
                : outside ? "PriorityMap= names a band that does not exist" : "";
    }

    private String bucket(EffectiveSettings section) {
        boolean limit = size(section, "LimitBytes", "LimitSize").signum() > 0;
        boolean latency = section.duration("LatencySec").orElse(BigInteger.ZERO).signum() > 0;
        if (limit == latency) {
            return "exactly one of LimitBytes= and LatencySec= is required";
        }
        if (rate(section, "Rate").signum() == 0) {
            return "missing Rate=";
        }
        if (size(section, "BurstBytes", "Burst").signum() == 0) {
            return "missing BurstBytes=";
        }
        return rate(section, "PeakRate").signum() > 0
                        && size(section, "MTUBytes").signum() == 0
                ? "PeakRate= requires MTUBytes="
                : "";
    }

    private static BigInteger size(EffectiveSettings section, String... keys) {
        Optional<BigInteger> size =
                section.value(keys).flatMap(v -> Sizes.parse(v, Sizes.IEC).toOptional());
        return size.orElse(BigInteger.ZERO);
    }

    private BigInteger rate(EffectiveSettings section, String key) {
        return section.value(key)
                .flatMap(v -> Sizes.parse(v, Sizes.SI).toOptional())
                .orElse(BigInteger.ZERO)
                .divide(BigInteger.valueOf(BITS));
    }

    private static long number(EffectiveSettings section, String key) {
        return section.number(key).orElse(0L);
    }

    private void refuse(Span place, String why) {
        sink.add(Code.SECTION_IGNORED, place, why + "; networkd ignores the section");
    }
}
