package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.source.RawFile;

/** Checks files without sections: tmpfiles.d, sysusers.d, os-release and extension-release. */
final class TableRules {
    private TableRules() {}

    static void judge(Kind kind, RawFile file, Lines lines, Sink sink) {
        switch (kind.syntax()) {
            case TMPFILES -> TmpfilesRules.judge(file, sink);
            case SYSUSERS -> SysusersRules.judge(file, sink);
            case ENVIRONMENT -> ReleaseRules.judge(kind, file, lines, sink);
            case SECTIONS -> { }
        }
    }
}
