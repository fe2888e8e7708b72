package org.dualtraining.plan.trainingplan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Evidence that goes over from one reference to another.
 *
 * @param older what it rests on so far
 * @param newer what it rests on from now on
 * @param completedOn its day by now
 */
public record CarriedEvidence(UUID older, UUID newer, LocalDate completedOn) {}
