package io.bitbuilder.systemd.rule.table;

import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;

/** Checks files without sections: tmpfiles.d, sysusers.d, os-release and extension-release. */
public final class TableRules {
    private TableRules() {}

    public static void judge(FileKind kind, RawFile file, LineChecker checker, FindingSink sink) {
        switch (kind.syntax()) {
            case TMPFILES -> TmpfilesRules.judge(file, sink);
            case SYSUSERS -> SysusersRules.judge(file, sink);
            case ENVIRONMENT -> ReleaseRules.judge(kind, file, checker, sink);
            case SECTIONS -> {}
        }
    }
}
