package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dualtraining.progress.rebuild.RebuildStage.Name;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Works on a rebuild until it is over, from wherever it was left: what is done stands in the database, in the tables of the
 * shadow and in the rebuild's row (guarantees R15). Faults that pass are thrown, and the caller comes again.
 */
@ApplicationScoped
class RunRebuild {

    private static final Logger LOG = Logger.getLogger(RunRebuild.class);

    private final ShadowSchema shadow;
    private final ReplayHistory replay;
    private final Positions positions;
    private final BringLevel level;
    private final CompareShadow compare;
    private final PutInPlace putInPlace;
    private final Rebuilds rebuilds;
    private final Event<RebuildStage> stages;

    @Inject
    RunRebuild(
            ShadowSchema shadow,
            ReplayHistory replay,
            Positions positions,
            BringLevel level,
            CompareShadow compare,
            PutInPlace putInPlace,
            Rebuilds rebuilds,
            Event<RebuildStage> stages) {
        this.shadow = shadow;
        this.replay = replay;
        this.positions = positions;
        this.level = level;
        this.compare = compare;
        this.putInPlace = putInPlace;
        this.rebuilds = rebuilds;
        this.stages = stages;
    }

    /** @param isStillOurs throws when somebody else may have taken over */
    void handle(Rebuild rebuild, Runnable isStillOurs) throws SQLException {
        try {
            if (rebuild.schemaVersion() == null) {
                shadow.begin(rebuild);
                stages.fire(new RebuildStage(rebuild.id(), Name.BEGUN));
            }
            finish(rebuilds.find(rebuild.id()).orElseThrow(), isStillOurs);
        } catch (RebuildIsOver cancelled) {
            LOG.infof("rebuild cancelled id=%s", rebuild.id());
            shadow.drop();
        } catch (RebuildFails failure) {
            LOG.errorf("rebuild failed id=%s reason=%s", rebuild.id(), failure.getMessage());
            rebuilds.failed(rebuild.id(), Objects.requireNonNull(failure.getMessage()));
            shadow.drop();
        }
    }

    private void finish(Rebuild rebuild, Runnable isStillOurs) throws SQLException {
        if (Objects.requireNonNull(rebuild.schemaVersion()) != shadow.schemaVersion()) {
            throw new RebuildFails("the tables were migrated since it began; begin a new one");
        }
        UUID id = rebuild.id();
        ReplayHistory.Progress progress = (records, ofRecords) -> {
            isStillOurs.run();
            rebuilds.moved(id, records, ofRecords);
        };
        replay.untilClose(id, progress);
        List<TableComparison> tables = rebuild.comparison();
        if (tables == null) {
            tables = compare(id);
            rebuilds.compared(id, tables, positions.recordsSecond());
            stages.fire(new RebuildStage(id, Name.COMPARED));
        }
        requireEveryFact(tables);
        if (rebuild.dryRun()) {
            rebuilds.end(id, RebuildState.COMPARED);
            shadow.drop();
            return;
        }
        shadow.analyze();
        level.approach();
        replay.untilClose(id, progress);
        long start = System.nanoTime();
        int flips = putInPlace.handle(rebuild, tables.stream().anyMatch(table -> !table.equal()));
        LOG.infof(
                "rebuild swapped id=%s eligibility_changes=%d millis=%d",
                id, flips, (System.nanoTime() - start) / 1_000_000);
    }

    private List<TableComparison> compare(UUID id) throws SQLException {
        try (Session snapshot = level.snapshot(id);
                Handle handle = snapshot.handle()) {
            return compare.handle(handle);
        }
    }

    /** What follows from facts may differ, that is what a rebuild is for; a fact must not get lost. */
    private static void requireEveryFact(List<TableComparison> tables) {
        for (TableComparison table : tables) {
            if (table.missingInHistory() > 0) {
                throw new RebuildFails("the topics do not hold everything that was taken from them: "
                        + table.missingInHistory() + " rows of " + table.table() + " do not come of them, or not alike."
                        + " What there is stays.");
            }
        }
    }
}
