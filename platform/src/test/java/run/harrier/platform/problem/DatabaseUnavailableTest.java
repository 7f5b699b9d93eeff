package run.harrier.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.Test;

class DatabaseUnavailableTest {

    /** A service that stops closes its pool before its consumers: their events must wait, not die. */
    @Test
    void a_pool_that_was_closed_is_away() {
        var vertx = Vertx.vertx();
        try {
            var pool = PgBuilder.pool()
                    .connectingTo(new PgConnectOptions().setHost("localhost").setPort(1))
                    .using(vertx)
                    .build();
            pool.close().toCompletionStage().toCompletableFuture().join();

            var failure = catchThrowable(() -> pool.query("select 1")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());

            assertThat(DatabaseUnavailable.causes(failure))
                    .as(failure.toString())
                    .isTrue();
        } finally {
            vertx.close();
        }
    }
}
