package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hears how the work on rebuilds goes; a test may stop it there. */
@ApplicationScoped
class StageWatch {

    private final List<RebuildStage.Name> seen = new CopyOnWriteArrayList<>();
    private volatile Consumer<RebuildStage.Name> reaction = stage -> {};

    void hear(@Observes RebuildStage stage) {
        seen.add(stage.name());
        reaction.accept(stage.name());
    }

    void react(Consumer<RebuildStage.Name> next) {
        reaction = next;
    }

    void forget() {
        seen.clear();
        reaction = stage -> {};
    }

    List<RebuildStage.Name> seen() {
        return new ArrayList<>(seen);
    }
}
