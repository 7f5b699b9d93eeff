package run.harrier.platform.problem;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Distinguishes a database that cannot be reached, or is shutting down, from one that refuses a statement. */
public final class DatabaseUnavailable {
    /** Connection failures, shutting down or starting up, too many connections: PostgreSQL's SQLSTATE classes. */
    private static final Set<String> STATES = Set.of("08", "53", "57");

    private DatabaseUnavailable() {}

    /** Whether trying the same again later may help. */
    public static boolean causes(Throwable failure) {
        return chain(failure).anyMatch(DatabaseUnavailable::isUnavailable);
    }

    static Stream<Throwable> chain(@Nullable Throwable failure) {
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
            default -> isFailureOfThePool(cause.getMessage());
        };
    }
}
