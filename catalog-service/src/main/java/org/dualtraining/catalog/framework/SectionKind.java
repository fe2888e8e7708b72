package org.dualtraining.catalog.framework;

/** The parts of a competency model, in the order in which the state's documents have them. */
public enum SectionKind {
    INDUSTRY_SECTOR_TECHNICAL(Delivery.RELATED_INSTRUCTION),
    OCCUPATION_SPECIFIC(Delivery.ON_THE_JOB),
    EMPLOYER_REQUIREMENT(Delivery.ON_THE_JOB);

    private final Delivery recommendedDelivery;

    SectionKind(Delivery recommendedDelivery) {
        this.recommendedDelivery = recommendedDelivery;
    }

    /** What the state recommends; an employer may decide otherwise for a line of a plan. */
    public Delivery recommendedDelivery() {
        return recommendedDelivery;
    }
}
