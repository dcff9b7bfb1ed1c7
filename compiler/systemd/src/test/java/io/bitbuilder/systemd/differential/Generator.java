package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes samples; the same seed makes the same ones. Of ten, one is a good file, five try a directive, four are
 * mutations.
 */
final class Generator {
    private static final String SIGNS = "0159afkszAGZ -+_.,:;/%@=!~\\\"'$#|()";

    private final long seed;
    private final Corpus corpus;
    private final SampleValues values;
    private final Map<FileType, List<Directive>> directives = new EnumMap<>(FileType.class);

    Generator(long seed, Corpus corpus, Catalogue catalogue) {
        this.seed = seed;
        this.corpus = corpus;
        this.values = new SampleValues(catalogue);
        for (FileType type : FileType.values()) {
            List<Directive> all = new ArrayList<>();
            if (!type.isTable()) {
                type.catalogued()
                        .forEach(name -> catalogue
                                .sections(name)
                                .forEach(section -> all.addAll(
                                        catalogue.directives(name, section).values())));
            }
            Collections.shuffle(all, new Random(seed + type.label().hashCode()));
            directives.put(type, all);
        }
    }

    /** Samples of a type; the first ones are the same whatever the count. */
    List<Sample> samples(FileType type, int count) {
        List<Sample> samples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed * 31 + type.label().hashCode());
        int directive = 0;
        for (int n = 0; n < count; n++) {
            String id = Sample.id(n);
            SplittableRandom own = random.split();
            EditableFile draft;
            String how;
            int turn = n % 10;
            if (turn == 0) {
                draft = new EditableFile(document(type, own), own);
                how = "good file";
            } else if (turn <= 5 && !directives.get(type).isEmpty()) {
                Directive tried = directives
                        .get(type)
                        .get(directive++ % directives.get(type).size());
                draft = tried(type, tried, own);
                how = "directive " + tried.section() + "." + tried.key();
            } else {
                draft = new EditableFile(document(type, own), own);
                how = mutate(type, draft, 1 + own.nextInt(own.nextInt(3) + 1));
            }
            samples.add(new Sample(type, id, draft.text().replace("@N@", id), how));
        }
        return samples;
    }

    /** One sample with that line in the frame of its type. */
    Sample line(FileType type, String id, String section, String key, String value) {
        EditableFile draft = frame(type, section, new SplittableRandom(0));
        put(draft, section, key, value);
        return new Sample(type, id, draft.text().replace("@N@", id), "one line");
    }

    private EditableFile tried(FileType type, Directive directive, SplittableRandom random) {
        EditableFile draft = frame(type, directive.section(), random);
        put(draft, directive.section(), directive.key(), value(directive, random));
        if (random.nextInt(4) == 0) {
            put(draft, directive.section(), directive.key(), value(directive, random));
        }
        if (random.nextInt(20) == 0) {
            mutate(type, draft, 1);
        }
        return draft;
    }

    /** One of its class, or one that is tried with all; every third is changed to one that no list holds. */
    String value(Directive directive, SplittableRandom random) {
        List<String> pool = random.nextInt(4) == 0 ? values.any() : values.of(directive);
        String value = pool.get(random.nextInt(pool.size()));
        return random.nextInt(3) == 0 ? varied(value, pool, random) : value;
    }

    private static String varied(String value, List<String> pool, SplittableRandom random) {
        int at = random.nextInt(value.length() + 1);
        String other = pool.get(random.nextInt(pool.size()));
        return switch (random.nextInt(7)) {
            case 0 -> value.substring(0, at) + SIGNS.charAt(random.nextInt(SIGNS.length())) + value.substring(at);
            case 1 -> value.substring(0, Math.max(0, at - 1)) + value.substring(at);
            case 2 -> value + " " + other;
            case 3 -> value.substring(0, at) + other.substring(Math.min(at, other.length()));
            case 4 -> value.replaceFirst("[0-9]+", String.valueOf(random.nextLong(1L << random.nextInt(1, 63))));
            case 5 -> value + SIGNS.charAt(random.nextInt(SIGNS.length())) + other;
            default -> new StringBuilder(value).reverse().toString();
        };
    }

    private static void put(EditableFile draft, String section, String key, String value) {
        int header = draft.lines().indexOf("[" + section + "]");
        int end = draft.endOfSection(header);
        for (int n = header + 1; n < end; n++) {
            if (draft.lines().get(n).startsWith(key + "=")
                    && !draft.lines().get(n).endsWith("\\")) {
                draft.lines().set(n, key + "=" + value);
                return;
            }
        }
        draft.lines().add(end, key + "=" + value);
    }

    /** The least file that has the section; every other time with what the corpus has in that section. */
    private EditableFile frame(FileType type, String section, SplittableRandom random) {
        String header = "[" + section + "]";
        EditableFile draft = new EditableFile(type.frame(), random);
        if (draft.lines().contains(header)) {
            return draft;
        }
        Optional<String> document = corpus.of(type).stream()
                .filter(text -> text.contains(header + "\n"))
                .findFirst();
        if (document.isPresent() && type == FileType.NETDEV) {
            return new EditableFile(document.get(), random);
        }
        if (document.isPresent() && type == FileType.NETWORK) {
            EditableFile whole = new EditableFile(document.get(), random);
            int start = whole.lines().indexOf(header);
            draft.lines().addAll(whole.lines().subList(start, whole.endOfSection(start)));
        } else {
            draft.lines().add(header);
        }
        return draft;
    }

    private static String mutate(FileType type, EditableFile draft, int times) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            draft.pick(type.isTable() ? Mutation.OF_LINES : Mutation.ALL)
                    .to(draft)
                    .ifPresent(names::add);
        }
        return String.join(", ", names);
    }

    private String document(FileType type, SplittableRandom random) {
        List<String> all = corpus.of(type);
        return all.get(random.nextInt(all.size()));
    }
}
