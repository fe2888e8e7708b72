package org.dualtraining.catalog.occupation;

/** Who gives occupations their codes. */
public enum CodeSystem {
    ONET_SOC_2010,
    ONET_SOC_2019,
    RAPIDS
}
