package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Result of a check of a fleet with its buffers; immutable, so that requests read it while the next check runs.
 *
 * @param root folder of the fleet
 * @param units parsed files by path, without those of the standard library
 * @param schema kinds of its blocks
 * @param limits limits that the files were read within
 * @param findings all findings, by file and position
 * @param late findings of buffers that only the whole fleet gives, by path
 * @param hints allocated values by path
 */
record FleetSnapshot(
        Path root,
        SortedMap<String, SourceUnit> units,
        Schema schema,
        Limits limits,
        List<Finding> findings,
        Map<String, List<Finding>> late,
        Map<String, List<AllocatedValue>> hints) {}
