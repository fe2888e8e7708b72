package org.dualtraining.plan.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One code of an occupation.
 *
 * @param system ONET_SOC_2010, ONET_SOC_2019 or RAPIDS
 * @param approach with a RAPIDS code: COMPETENCY_BASED, HYBRID or TIME_BASED, where that is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OccupationCode(
        String system, String code, @Nullable String approach) {}
