package org.dualtraining.bench.chaos;

import java.util.List;

/**
 * What a scenario found.
 *
 * @param summary what was done and measured, in lines
 * @param wrong what must not be; empty when the guarantees held
 */
public record Outcome(String scenario, List<String> summary, List<String> wrong) {

    public boolean held() {
        return wrong.isEmpty();
    }
}
