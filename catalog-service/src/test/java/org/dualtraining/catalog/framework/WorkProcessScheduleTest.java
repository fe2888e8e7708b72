package org.dualtraining.catalog.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Answers;
import org.dualtraining.catalog.framework.WorkProcessSchedule.Course;
import org.dualtraining.catalog.framework.WorkProcessSchedule.WorkProcess;
import org.junit.jupiter.api.Test;

class WorkProcessScheduleTest {

    private static final UUID SKILL = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static final WorkProcessSchedule SCHEDULE = new WorkProcessSchedule(
            Map.of(),
            List.of(new WorkProcess(
                    SKILL,
                    "Safety",
                    null,
                    null,
                    null,
                    List.of(SKILL, OTHER),
                    List.of(new Answers(SKILL, List.of("no", "yes"))))),
            List.of(new Course(SKILL, "Welding", null, null, null, null, null, null)),
            List.of());

    @Test
    void a_competency_that_takes_anothers_id_is_followed_everywhere() {
        UUID before = UUID.randomUUID();

        WorkProcessSchedule followed = SCHEDULE.identified(id -> Optional.of(id.equals(SKILL) ? before : id));

        assertThat(followed.workProcesses().get(0).competencyId()).isEqualTo(before);
        assertThat(followed.workProcesses().get(0).competencyIds()).containsExactly(before, OTHER);
        assertThat(followed.workProcesses().get(0).answers())
                .containsExactly(new Answers(before, List.of("no", "yes")));
        assertThat(followed.relatedInstruction().get(0).competencyId()).isEqualTo(before);
    }

    @Test
    void a_retired_competency_leaves_its_rows() {
        WorkProcessSchedule left = SCHEDULE.identified(id -> Optional.of(id).filter(OTHER::equals));

        assertThat(left.workProcesses().get(0).competencyId()).isNull();
        assertThat(left.workProcesses().get(0).competencyIds()).containsExactly(OTHER);
        assertThat(left.workProcesses().get(0).answers()).isEmpty();
        assertThat(left.relatedInstruction().get(0).title()).isEqualTo("Welding");
    }
}
