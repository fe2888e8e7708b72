package org.dualtraining.kit.party;

/** The roles of a token, as they stand in {@code realm_access.roles}. */
public final class Role {

    public static final String AGENCY = "agency";
    public static final String COLLEGE = "college";
    public static final String EMPLOYER = "employer";
    public static final String APPRENTICE = "apprentice";
    public static final String DASHBOARD = "dashboard";

    private Role() {}
}
