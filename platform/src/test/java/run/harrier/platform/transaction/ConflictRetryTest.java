package run.harrier.platform.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Around a transaction of Hibernate Reactive: only the whole is done again, and only after a conflict. */
class ConflictRetryTest {
    private static Vertx vertx;

    private final ConflictRetry retry = new ConflictRetry();
    private final List<String> calls = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What a service has: methods that answer later, and one that does not. */
    interface Service {
        Uni<String> later();

        String now();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void a_conflict_is_tried_again(String sqlState) {
        assertThat(answer(failing("whole", sqlState, 2))).isEqualTo("whole");
        assertThat(calls).containsExactly("whole", "whole", "whole");
    }

    @Test
    void five_times_at_most() {
        assertThatThrownBy(() -> answer(failing("whole", "40001", 6))).hasMessageContaining("40001");
        assertThat(calls).hasSize(6);
        assertThat(answer(failing("whole", "40001", 5))).isEqualTo("whole");
    }

    @Test
    void another_failure_is_none() {
        assertThatThrownBy(() -> answer(failing("whole", "23505", 1))).hasMessageContaining("23505");
        assertThat(calls).containsExactly("whole");
    }

    @Test
    void what_is_part_of_a_transaction_is_done_again_with_the_whole() {
        var part = failing("part", "40001", 1);
        assertThat(answer(() -> {
                    calls.add("whole");
                    return (Uni<?>) retry.retry(call("later", part));
                }))
                .isEqualTo("part");
        assertThat(calls).containsExactly("whole", "part", "whole", "part");
    }

    /** The next transaction of the same request is one of its own, whatever became of the first. */
    @Test
    void a_second_transaction_of_the_same_request_is_tried_again_too() {
        var first = failing("first", "23505", 1);
        var second = failing("second", "40001", 1);
        assertThat(onContext(() ->
                        retried(first).onFailure().recoverWithItem("failed").chain(failed -> retried(second))))
                .isEqualTo("second");
        assertThat(calls).containsExactly("first", "second", "second");
    }

    @Test
    void without_a_context_or_a_later_answer_the_call_goes_on() throws Exception {
        assertThat(retry.retry(call("later", () -> "as it is"))).isEqualTo("as it is");
        assertThat(onContext(() -> Uni.createFrom().item(retry.retry(call("now", () -> "now")))))
                .isEqualTo("now");
    }

    private Object answer(Callable<?> work) {
        return onContext(() -> retried(work));
    }

    @SuppressWarnings("unchecked")
    private Uni<Object> retried(Callable<?> work) {
        try {
            return (Uni<Object>) retry.retry(call("later", work));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction that fails so many times, and then answers its name. */
    private Callable<Uni<?>> failing(String name, String sqlState, int times) {
        var left = new int[] {times};
        return () -> {
            calls.add(name);
            return left[0]-- > 0
                    ? Uni.createFrom().failure(new PgException("conflict", "ERROR", sqlState, null))
                    : Uni.createFrom().item(name);
        };
    }

    private static Object onContext(Callable<Uni<?>> work) {
        var answer = new CompletableFuture<Object>();
        VertxContext.getOrCreateDuplicatedContext(vertx).runOnContext(ignored -> {
            try {
                work.call().subscribe().with(answer::complete, answer::completeExceptionally);
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    private static InvocationContext call(String name, Callable<?> work) {
        return (InvocationContext) Proxy.newProxyInstance(
                ConflictRetryTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> method(name);
                    case "proceed" -> work.call();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Method method(String name) throws NoSuchMethodException {
        return Service.class.getDeclaredMethod(name);
    }
}
