package run.harrier.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.system.RunningStack;

/** A service is killed (SIGKILL) while uploads go on, and started again: every effect is there once, none missing. */
@ExtendWith({RunningStack.class, NoStackTrace.class})
class KilledServiceIT {
    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.FaultRound#all")
    void every_match_exists_once_when_the_plan_service_is_killed(FaultRound round, Stack stack) throws Exception {
        try (var uploads = new Uploads(stack.config(), round)) {
            var n = round.perFault();
            for (int before = 0; before < round.uploads(); before += n) {
                var some = before + n / 10;
                uploads.letGo(n * 4 / 10);
                await().atMost(Duration.ofMinutes(1)).until(() -> matches(uploads, stack) >= some);
                stack.kill(Part.PLAN);
                uploads.letGo(n * 3 / 10);
                uploads.awaitAcknowledged(before + n * 7 / 10);
                stack.start(Part.PLAN);
                uploads.letGo(n * 3 / 10);
            }
            uploads.balance();
        }
    }

    @ParameterizedTest
    @MethodSource("run.harrier.system.fault.FaultRound#all")
    void nothing_acknowledged_is_lost_or_doubled_when_the_load_service_is_killed(FaultRound round, Stack stack)
            throws Exception {
        try (var uploads = new Uploads(stack.config(), round)) {
            var n = round.perFault();
            for (int before = 0; before < round.uploads(); before += n) {
                uploads.letGo(n);
                uploads.awaitAcknowledged(before + n / 4);
                stack.kill(Part.LOAD);
                stack.start(Part.LOAD);
            }
            uploads.balance();
        }
    }

    private static long matches(Uploads uploads, Stack stack) {
        return new Database(stack.config(), Part.PLAN)
                .number(
                        "select count(*) from session where athlete_id = any(?) and activity_id is not null",
                        uploads.athletes());
    }
}
