package org.dualtraining.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void the_name_of_the_class_is_the_stable_type() {
        Problem problem = new PlanIsClosed().problem();

        assertEquals("urn:dual-training:problem:plan-is-closed", problem.type().toString());
        assertEquals("Plan is closed", problem.title());
        assertEquals(409, problem.status());
    }

    private static final class PlanIsClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        PlanIsClosed() {
            super(409, "It takes no changes.");
        }
    }
}
