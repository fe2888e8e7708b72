package org.dualtraining.progress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22P05", "23502", "23514"})
    void data_and_constraints_are_the_records_fault(String state) {
        assertThat(Patience.blamesRecord(wrapped(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "42501", "42P01", "25P03"})
    void the_databases_state_is_not(String state) {
        assertThat(Patience.blamesRecord(wrapped(new SQLException("", state)))).isFalse();
    }

    @Test
    void a_pool_that_gives_up_is_not() {
        assertThat(Patience.blamesRecord(wrapped(new SQLException("Acquisition timeout"))))
                .isFalse();
    }

    @Test
    void a_commit_that_fails_is_not() {
        assertThat(Patience.blamesRecord(wrapped(new RollbackException()))).isFalse();
    }

    @Test
    void a_defect_of_ours_is() {
        assertThat(Patience.blamesRecord(new NullPointerException())).isTrue();
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException(new RuntimeException(cause));
    }
}
