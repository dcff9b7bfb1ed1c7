package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.Judgement;
import io.bitbuilder.systemd.oracle.OracleComplaint;
import io.bitbuilder.systemd.oracle.OracleReport;
import io.bitbuilder.systemd.oracle.OracleRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows samples to both sides, hundreds at a time. */
final class SampleRunner {
    private static final int BATCH = 400;

    private final OracleRoot root;
    private final Judge judge;

    SampleRunner(OracleRoot root, int target) {
        this.root = root;
        this.judge = new Judge(target);
    }

    /** Samples of one type, in their order. */
    List<SampleComparison> compare(List<Sample> samples) {
        Map<String, SampleView> systemd = views(samples);
        return samples.stream()
                .map(sample -> new SampleComparison(sample, systemd.get(sample.path()), judge.view(sample)))
                .toList();
    }

    /** Verdicts of systemd on samples of one type, by path. */
    Map<String, SampleView> views(List<Sample> samples) {
        Map<String, SampleView> views = new HashMap<>();
        for (int from = 0; from < samples.size(); from += BATCH) {
            views.putAll(systemd(samples.subList(from, Math.min(samples.size(), from + BATCH))));
        }
        return views;
    }

    /**
     * Returns the verdicts of systemd by path. Of the files that a program did not finish, the first one stopped it;
     * all others are passed to it again, since it reports some problems only after it has read all.
     */
    private Map<String, SampleView> systemd(List<Sample> batch) {
        Judgement judgement = judge(batch);
        List<String> unread = judgement.unread();
        Map<String, SampleView> views = new HashMap<>();
        for (Sample sample : batch) {
            views.put(sample.path(), view(judgement.files().getOrDefault(sample.path(), List.of())));
        }
        List<Sample> rest = unread.isEmpty()
                ? List.of()
                : batch.stream()
                        .filter(sample -> !sample.path().equals(unread.getFirst()))
                        .toList();
        if (!rest.isEmpty()) {
            views.putAll(systemd(rest));
        }
        return views;
    }

    private static SampleView view(List<OracleComplaint> complaints) {
        SampleView.Builder view = new SampleView.Builder();
        boolean alone = complaints.stream().allMatch(HostComplaintFilter::follows);
        for (OracleComplaint complaint : complaints) {
            if (HostComplaintFilter.is(complaint)) {
                view.passOver(complaint.line());
            } else if (alone || !HostComplaintFilter.follows(complaint)) {
                view.add(complaint.line(), complaint.words());
            }
        }
        return view.build();
    }

    private Judgement judge(List<Sample> batch) {
        try {
            Path etc = Files.createTempDirectory("bbc-differential");
            try {
                for (Sample sample : batch) {
                    write(etc.resolve(sample.path()), sample.bytes());
                    for (Map.Entry<String, String> beside :
                            sample.type().beside(sample.id()).entrySet()) {
                        write(
                                etc.resolve(beside.getKey()),
                                beside.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    }
                }
                HostTree tree = new HostTree("generated", etc);
                Judgement judgement = batch.getFirst().type().oracle().judge(root, tree);
                OracleReport.add(batch.getFirst().type().oracle(), tree, judgement);
                return judgement;
            } finally {
                delete(etc);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
