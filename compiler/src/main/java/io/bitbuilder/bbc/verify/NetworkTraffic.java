package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Sizes;
import io.bitbuilder.bbc.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Queueing disciplines and classes that lack something, or of which an interface has one alone (systemd.network(5)). */
final class NetworkTraffic {
    private static final List<String> DISCIPLINES = List.of("QDisc", "BFIFO", "CAKE", "ControlledDelay", "DeficitRoundRobinScheduler",
            "EnhancedTransmissionSelection", "FairQueueing", "FairQueueingControlledDelay", "FlowQueuePIE", "GenericRandomEarlyDetection",
            "HeavyHitterFilter", "HierarchyTokenBucket", "ClassfulMultiQueueing", "BandMultiQueueing", "NetworkEmulator", "PFIFO", "PFIFOFast",
            "PFIFOHeadDrop", "PIE", "QuickFairQueueing", "StochasticFairBlue", "StochasticFairnessQueueing", "TokenBucketFilter",
            "TrivialLinkEqualizer", "TrafficControlQueueingDiscipline");

    private static final int BITS = 8;
    private static final int MAX_BANDS = 16;

    private final Sink sink;
    private boolean root;
    private boolean ingress;

    private NetworkTraffic(Sink sink) {
        this.sink = sink;
    }

    static void judge(EffectiveSettings settings, Sink sink) {
        NetworkTraffic traffic = new NetworkTraffic(sink);
        for (String name : DISCIPLINES) {
            settings.each(name).stream().filter(section -> !section.isSpoiled()).forEach(section -> traffic.discipline(name, section));
        }
        settings.each("HierarchyTokenBucketClass").stream().filter(section -> !section.isSpoiled()).forEach(section -> {
            if (traffic.rate(section, "Rate").signum() == 0) {
                traffic.refuse(section.place(), "it has no Rate=");
            }
        });
    }

    private void discipline(String name, EffectiveSettings section) {
        String why = switch (name) {
            case "EnhancedTransmissionSelection" -> bands(section);
            case "GenericRandomEarlyDetection" -> number(section, "DefaultVirtualQueue") >= number(section, "VirtualQueues")
                    ? "DefaultVirtualQueue= must be below VirtualQueues=" : "";
            case "TokenBucketFilter" -> bucket(section);
            default -> "";
        };
        if (!why.isEmpty()) {
            refuse(section.place(), why);
            return;
        }
        String parent = section.value("Parent").orElse("root");
        if (parent.equals("root")) {
            alone(section, root);
            root = true;
        } else if (parent.equals("clsact") || parent.equals("ingress")) {
            alone(section, ingress);
            ingress = true;
        }
    }

    private void alone(EffectiveSettings section, boolean taken) {
        if (taken) {
            refuse(section.place(), "an interface has one queueing discipline with that parent, and the file has another");
        }
    }

    private static String bands(EffectiveSettings section) {
        long parts = number(section, "StrictBands") + section.words("QuantumBytes").flatMap(w -> Sizes.parse(w, Sizes.IEC).toOptional().stream()).filter(n -> n.signum() > 0 && n.bitLength() <= 32).limit(MAX_BANDS).count();
        long bands = number(section, "Bands") == 0 ? parts : number(section, "Bands");
        if (bands == 0) {
            return "it needs one of Bands=, StrictBands= and QuantumBytes=";
        }
        boolean outside = section.words("PriorityMap").flatMap(w -> Numbers.uint(w, 0, 255).toOptional().stream()).limit(MAX_BANDS).anyMatch(n -> n >= bands);
        return bands < parts ? "it has fewer bands than strict ones and quanta" : outside ? "PriorityMap= names a band that it does not have" : "";
    }

    private String bucket(EffectiveSettings section) {
        boolean limit = size(section, "LimitBytes", "LimitSize").signum() > 0;
        boolean latency = section.duration("LatencySec").orElse(BigInteger.ZERO).signum() > 0;
        if (limit == latency) {
            return "it needs one of LimitBytes= and LatencySec=";
        }
        if (rate(section, "Rate").signum() == 0) {
            return "it has no Rate=";
        }
        if (size(section, "BurstBytes", "Burst").signum() == 0) {
            return "it has no BurstBytes=";
        }
        return rate(section, "PeakRate").signum() > 0 && size(section, "MTUBytes").signum() == 0 ? "PeakRate= needs MTUBytes=" : "";
    }

    private static BigInteger size(EffectiveSettings section, String... keys) {
        Optional<BigInteger> size = section.value(keys).flatMap(v -> Sizes.parse(v, Sizes.IEC).toOptional());
        return size.orElse(BigInteger.ZERO);
    }

    private BigInteger rate(EffectiveSettings section, String key) {
        return section.value(key).flatMap(v -> Sizes.parse(v, Sizes.SI).toOptional()).orElse(BigInteger.ZERO).divide(BigInteger.valueOf(BITS));
    }

    private static long number(EffectiveSettings section, String key) {
        return section.number(key).orElse(0L);
    }

    private void refuse(Span place, String why) {
        sink.add(Code.SYS007, place, why + "; networkd leaves out the section");
    }
}
