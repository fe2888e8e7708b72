package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.dualtraining.progress.intake.FollowTheDay;
import org.dualtraining.progress.rebuild.RebuildStage.Name;
import org.jboss.logging.Logger;

/** Brings both intakes to the same positions and all decisions to the same day, with the running intake held shortly. */
@ApplicationScoped
class BringLevel {

    private static final Logger LOG = Logger.getLogger(BringLevel.class);

    private final DataSource pool;
    private final ReplayHistory replay;
    private final Positions positions;
    private final FollowTheDay followTheDay;
    private final OneDay oneDay;
    private final Event<RebuildStage> stages;

    @Inject
    BringLevel(
            DataSource pool,
            ReplayHistory replay,
            Positions positions,
            FollowTheDay followTheDay,
            OneDay oneDay,
            Event<RebuildStage> stages) {
        this.pool = pool;
        this.replay = replay;
        this.positions = positions;
        this.followTheDay = followTheDay;
        this.oneDay = oneDay;
        this.stages = stages;
    }

    /** What no record brings is done here too, as far as it can be before the intake is held. */
    void approach() {
        followToday();
        positions.awaitReviews();
    }

    private void followToday() {
        boolean isDecided;
        try {
            isDecided = followTheDay.look();
        } catch (RuntimeException defect) {
            // what cannot be decided may be what the rebuild is to mend: the comparison names it
            LOG.error("what is due is left as it is while a rebuild goes on", defect);
            return;
        }
        if (!isDecided) {
            throw new IllegalStateException("what is due today is still being decided");
        }
    }

    /** The intake is held only until the snapshot is taken in which both are level. */
    Session snapshot(UUID rebuildId) throws SQLException {
        LocalDate day = oneDay.today();
        approach();
        try (Session held = Session.holdIntake(pool)) {
            replay.rest(rebuildId);
            Session snapshot = Session.snapshot(pool);
            try {
                held.requireOpen();
                stages.fire(new RebuildStage(rebuildId, Name.LEVEL));
                oneDay.requireStill(day);
                return snapshot;
            } catch (SQLException | RuntimeException e) {
                snapshot.close();
                throw e;
            }
        }
    }
}
