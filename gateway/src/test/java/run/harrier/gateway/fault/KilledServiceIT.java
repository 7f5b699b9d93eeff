package run.harrier.gateway.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;
import run.harrier.gateway.RunningStack;

/** A service is killed (SIGKILL) while uploads go on, and started again: every effect is there once, none is missing. */
@ExtendWith(RunningStack.class)
class KilledServiceIT {
    private static final int UPLOADS = 200;
    private static final int RUNNERS = 10;

    private static Stack stack;
    private static StackConfig config;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        config = running.config();
    }

    @Test
    void every_match_exists_once_when_the_plan_service_is_killed() throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, RUNNERS);
        try (var uploads = new Uploads(config, runners, UPLOADS, Uploads.Key.ONE_FOR_ALL_TRIES, System.nanoTime())) {
            uploads.letGo(80);
            await().atMost(Duration.ofSeconds(30)).until(() -> matches(runners) >= 20);
            stack.kill(Part.PLAN);
            uploads.letGo(60);
            uploads.awaitAcknowledged(120);
            stack.start(Part.PLAN);
            books.agreeWith(uploads.finish());
        }
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_the_load_service_is_killed() throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, RUNNERS);
        try (var uploads = new Uploads(config, runners, UPLOADS, Uploads.Key.NONE, System.nanoTime())) {
            uploads.letGo(120);
            uploads.awaitAcknowledged(40);
            stack.kill(Part.LOAD);
            stack.start(Part.LOAD);
            books.agreeWith(uploads.finish());
        }
    }

    private static long matches(List<Runner> runners) {
        return new Database(config, Part.PLAN)
                .number(
                        "select count(*) from session where athlete_id = any(?) and activity_id is not null",
                        runners.stream().map(Runner::athleteId).toList());
    }
}
