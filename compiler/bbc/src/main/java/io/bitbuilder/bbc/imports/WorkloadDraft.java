package io.bitbuilder.bbc.imports;

import io.bitbuilder.bbc.format.Lexical;
import io.bitbuilder.bbc.format.ProgramBlock;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Container that is being made. */
final class WorkloadDraft extends Draft {
    private static final String LIMIT = "memory.limit";

    /** Characters of a network's name in a shortened name of an interface. */
    private static final int PREFIX = 10;

    private final SequencedMap<String, String> env = new LinkedHashMap<>();
    private final SequencedMap<String, String> labels = new LinkedHashMap<>();
    private final SequencedSet<String> published = new LinkedHashSet<>();
    private final SequencedMap<String, Volume> volumes = new LinkedHashMap<>();
    private final SequencedMap<String, Draft> attachments = new LinkedHashMap<>();
    private boolean networked;

    private record Volume(String mount, boolean readOnly) {}

    WorkloadDraft(String name) {
        super(name);
    }

    /** Sets a variable; the value is a string of the language. Returns the one that it replaces. */
    Optional<String> env(String key, String value) {
        return Optional.ofNullable(env.put(key, value));
    }

    /** Sets a label. */
    void label(String key, String value) {
        labels.put(key, value);
    }

    /** Adds a statement such as {@code publish tcp 443 -> 8443}. */
    void publish(String statement) {
        published.add(statement);
    }

    /** Adds a volume; returns false if it has another mount point. */
    boolean volume(String volume, String mount, boolean readOnly) {
        Volume added = new Volume(mount, readOnly);
        Volume before = volumes.putIfAbsent(volume, added);
        return before == null || before.equals(added);
    }

    /** Returns the attachment to a network, which it adds if there is none. */
    Draft attach(String network) {
        networked = true;
        return attachments.computeIfAbsent(network, Draft::new);
    }

    /** Records that the source says how it is connected, so that it gets no network of its own. */
    void connected() {
        networked = true;
    }

    /** Returns whether the source says how it is connected. */
    boolean isConnected() {
        return networked;
    }

    @Override
    void write(ProgramBlock block) {
        if (get(LIMIT).isEmpty()) {
            note("blank: memory.limit, which the source does not have");
            set(LIMIT, "512MiB");
        }
        if (!volumes.isEmpty()) {
            note("blank: size of each volume, which the source does not have");
        }
        super.write(block);
        attachments.values().forEach(attachment -> {
            ProgramBlock inner = block.block("attach", interfaceName(attachment.name()));
            boolean same = interfaceName(attachment.name()).equals(attachment.name());
            if (!same || !Lexical.isName(attachment.name())) {
                inner.field(
                        "network",
                        Lexical.isName(attachment.name()) ? attachment.name() : Lexical.quoted(attachment.name()));
            }
            attachment.write(inner);
        });
        published.forEach(block::statement);
        volumes.forEach((volume, of) -> {
            ProgramBlock inner = block.block("volume", volume);
            inner.field("size", "10GiB");
            inner.field("mount", of.mount());
            if (of.readOnly()) {
                inner.field("read-only", "true");
            }
        });
        pairs(block, "env", env);
        pairs(block, "labels", labels);
    }

    private static void pairs(ProgramBlock block, String name, SequencedMap<String, String> pairs) {
        if (!pairs.isEmpty()) {
            ProgramBlock inner = block.block(name);
            pairs.forEach(inner::field);
        }
    }

    /** An interface has at most 15 bytes, and some names mean something else to the kernel. */
    private static String interfaceName(String network) {
        boolean kept = PlainName.parseInterface(network) instanceof Parsed.Good<String> && !network.equals("lo");
        String hash = Integer.toHexString(network.hashCode() & 0xffff);
        return kept
                ? network
                : network.substring(0, Math.min(PREFIX, network.length())).replaceAll("-+$", "") + "-" + hash;
    }
}
