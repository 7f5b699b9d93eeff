package run.harrier.platform.problem;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a failure of the database itself, after which the same may succeed, from its refusal of a statement: it
 * cannot be reached, is shutting down, failed inside, or rolled back for the sake of another transaction.
 */
public final class DatabaseUnavailable {
    /**
     * PostgreSQL's SQLSTATE classes: connection failures, conflicts of transactions, too many connections, shutting down
     * or starting up, failures of the system and of PostgreSQL itself.
     */
    private static final Set<String> STATES = Set.of("08", "40", "53", "57", "58", "XX");

    private DatabaseUnavailable() {}

    /** Whether trying the same again later may help. */
    public static boolean causes(Throwable failure) {
        return chain(failure).anyMatch(DatabaseUnavailable::isUnavailable);
    }

    /** A failure and what caused it, from the outside in; at most twenty of them. */
    public static Stream<Throwable> chain(@Nullable Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** No connection became free in time, or the service is stopping and has closed the pool, or the connection is broken. */
    private static boolean isFailureOfThePool(@Nullable String message) {
        return message != null
                && (message.equals("Timeout")
                        || message.equals("Pool closed")
                        || message.startsWith("Connection is not active now"));
    }

    private static boolean isUnavailable(Throwable cause) {
        return switch (cause) {
            case PgException pg ->
                pg.getSqlState() != null
                        && STATES.contains(pg.getSqlState().substring(0, 2))
                        && !"57014".equals(pg.getSqlState());
            case VertxException closed -> true;
            case SocketException refused -> true;
            case ClosedChannelException closed -> true;
            case TimeoutException slow -> true;
            default -> isFailureOfThePool(cause.getMessage());
        };
    }
}
