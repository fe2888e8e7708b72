package org.dualtraining.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    private Path directory;

    @Test
    void a_running_process_is_found_again_and_an_ended_one_is_not() throws IOException, InterruptedException {
        Process sleeping = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(directory.resolve("a.pid"));
        file.write(sleeping.toHandle());

        assertThat(file.process()).map(ProcessHandle::pid).contains(sleeping.pid());

        sleeping.destroyForcibly().waitFor();
        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_pid_that_belongs_to_another_process_by_now_is_left_alone() throws IOException {
        Path path = directory.resolve("b.pid");
        Files.writeString(path, ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");

        assertThat(new PidFile(path).process()).isEmpty();
    }
}
