package io.bitbuilder.bbc.git;

import java.io.File;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Isolates JGit from the machine. Otherwise JGit starts {@code git}, reads the configuration of the user and the
 * system, writes its own, and measures the clock of the file system for seconds with files inside the repository.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
    static {
        SystemReader.setInstance(new IsolatedSystemReader(SystemReader.getInstance()));
    }

    private IsolatedSystemReader(SystemReader real) {
        super(real);
    }

    /** Isolates JGit for the whole process; must run before its first use. */
    static void install() {
        // Loading the class does it, once.
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    /** Empty configuration that is never read or written and has a fixed clock resolution. */
    private static final class NoConfig extends FileBasedConfig {
        private static final Duration TIMESTAMP_RESOLUTION = Duration.ofMillis(10);
        private static final Duration RACY_THRESHOLD = Duration.ofMillis(20);

        NoConfig(@Nullable Config parent, FS fs) {
            super(parent, new File("/dev/null"), fs);
        }

        @Override
        public void load() {
            // Stays empty.
        }

        @Override
        public void save() {
            // A JGit thread would save its measurement.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            if (!section.equals("filesystem")) {
                return super.getTimeUnit(section, subsection, name, otherwise, unit);
            }
            return unit.convert(name.equals("minRacyThreshold") ? RACY_THRESHOLD : TIMESTAMP_RESOLUTION);
        }
    }
}
