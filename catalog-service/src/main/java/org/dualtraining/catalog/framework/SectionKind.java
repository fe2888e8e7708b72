package org.dualtraining.catalog.framework;

/** The parts of a competency model, in the order in which the state's documents have them. */
public enum SectionKind {
    INDUSTRY_SECTOR_TECHNICAL("Industry-Sector Technical Competencies", Delivery.RELATED_INSTRUCTION),
    OCCUPATION_SPECIFIC("Occupation-Specific Competencies", Delivery.ON_THE_JOB),
    EMPLOYER_REQUIREMENT("Employer Requirements", Delivery.ON_THE_JOB);

    private final String title;
    private final Delivery recommendedDelivery;

    SectionKind(String title, Delivery recommendedDelivery) {
        this.title = title;
        this.recommendedDelivery = recommendedDelivery;
    }

    /** As people read it, in the exchange formats. */
    public String title() {
        return title;
    }

    /** What the state recommends; an employer may decide otherwise for a line of a plan. */
    public Delivery recommendedDelivery() {
        return recommendedDelivery;
    }
}
