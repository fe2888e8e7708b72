package org.dualtraining.progress;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** For what concerns everything that there is: what other tests did beside the topics is not to be there. */
public final class OwnServers implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PlanServiceAddress.class));
    }
}
