package run.harrier.platform.squad;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import run.harrier.platform.problem.ProblemException;

class TurnsTest {
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<Throwable> refused = new ArrayList<>();

    @Test
    void who_comes_when_as_many_wait_as_may_is_told_to_come_again() {
        var turns = new Turns(2, 1);
        take(turns);
        take(turns);
        take(turns);
        assertThat(begun).hasSize(2);
        assertThat(refused).isEmpty();
        take(turns);
        assertThat(refused).hasSize(1).first().isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().status()).isEqualTo(503);
            assertThat(problem.retryAfter()).isPresent();
        });
        begun.getFirst().fail(new IllegalStateException("the database is away"));
        assertThat(begun).hasSize(3);
    }

    @Test
    void who_leaves_while_waiting_is_not_called_and_who_leaves_later_keeps_the_turn_until_the_work_ends() {
        var turns = new Turns(1, 2);
        var working = take(turns);
        var waiting = take(turns);
        take(turns);
        waiting.cancel();
        working.cancel();
        assertThat(begun).hasSize(1);
        begun.getFirst().complete("worked");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("worked");
        take(turns);
        assertThat(begun).hasSize(3);
        assertThat(ended).hasSize(1);
    }

    @Test
    void work_that_fails_before_it_begins_gives_the_turn_on() {
        var turns = new Turns(1, 1);
        turns.take(() -> {
                    throw new IllegalStateException("no connection");
                })
                .subscribe()
                .with(done -> {}, refused::add);
        assertThat(refused).hasSize(1);
        take(turns);
        assertThat(begun).hasSize(1);
    }

    private enum Act {
        ASK,
        FINISH,
        LEAVE
    }

    /** Never more at once than may be, nobody is forgotten, and in the end every turn is free again. */
    @Property
    void the_bounds_hold_whatever_happens(
            @ForAll @IntRange(min = 1, max = 4) int atOnce,
            @ForAll @IntRange(max = 5) int mostWaiting,
            @ForAll @Size(max = 60) List<Act> acts) {
        begun.clear();
        var turns = new Turns(atOnce, mostWaiting);
        var callers = new ArrayList<Cancellable>();
        var finished = 0;
        for (var act : acts) {
            if (act == Act.ASK) {
                callers.add(take(turns));
            } else if (act == Act.FINISH && finished < begun.size()) {
                begun.get(finished++).complete("worked");
            } else if (act == Act.LEAVE && !callers.isEmpty()) {
                callers.remove(callers.size() / 2).cancel();
            }
            var working = begun.size() - finished;
            assertThat(working).isBetween(0, atOnce);
            assertThat(turns.waiting()).isBetween(0, working == atOnce ? mostWaiting : 0);
        }
        while (finished < begun.size()) {
            begun.get(finished++).complete("worked");
        }
        assertThat(turns.waiting()).isZero();
        for (int i = 0; i < atOnce; i++) {
            take(turns);
        }
        assertThat(begun).hasSize(finished + atOnce);
    }

    private Cancellable take(Turns turns) {
        return turns.take(() -> Uni.createFrom().<String>emitter(begun::add))
                .subscribe()
                .with(ended::add, refused::add);
    }
}
