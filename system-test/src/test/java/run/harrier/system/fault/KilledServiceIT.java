package run.harrier.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.devstack.StackConfig;
import run.harrier.system.RunningStack;

/** A service is killed (SIGKILL) while uploads go on, and started again: every effect is there once, none is missing. */
@ExtendWith(RunningStack.class)
class KilledServiceIT {
    private static Stack stack;
    private static StackConfig config;
    private static ServiceLogs logs;

    @BeforeAll
    static void start(Stack running) {
        stack = running;
        config = running.config();
        logs = new ServiceLogs(config);
    }

    @AfterAll
    static void no_stack_trace_was_logged() {
        logs.tellNoStackTrace();
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.Round#all")
    void every_match_exists_once_when_the_plan_service_is_killed(Round round) throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, round.runners());
        try (var uploads = new Uploads(config, runners, round)) {
            var n = round.perFault();
            for (int before = 0; before < round.uploads(); before += n) {
                var some = before + n / 10;
                uploads.letGo(n * 4 / 10);
                await().atMost(Duration.ofMinutes(1)).until(() -> matches(runners) >= some);
                stack.kill(Part.PLAN);
                uploads.letGo(n * 3 / 10);
                uploads.awaitAcknowledged(before + n * 7 / 10);
                stack.start(Part.PLAN);
                uploads.letGo(n * 3 / 10);
            }
            books.agreeWith(uploads.finish());
        }
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.Round#all")
    void nothing_acknowledged_is_lost_or_doubled_when_the_load_service_is_killed(Round round) throws Exception {
        var books = new Books(config);
        var runners = Runner.anyRunners(config, round.runners());
        try (var uploads = new Uploads(config, runners, round)) {
            var n = round.perFault();
            for (int before = 0; before < round.uploads(); before += n) {
                uploads.letGo(n);
                uploads.awaitAcknowledged(before + n / 4);
                stack.kill(Part.LOAD);
                stack.start(Part.LOAD);
            }
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
