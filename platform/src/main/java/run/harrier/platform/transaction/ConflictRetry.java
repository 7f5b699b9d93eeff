package run.harrier.platform.transaction;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Does for the services that write with Hibernate Reactive what {@link Transactions} does: around {@link WithTransaction}. */
@WithTransaction
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // Quarkus opens the transaction at 200
class ConflictRetry {
    private static final Object INSIDE = new Object();

    @AroundInvoke
    @Nullable
    Object retry(InvocationContext call) throws Exception {
        Context context = Vertx.currentContext();
        if (context == null
                || context.getLocal(INSIDE) != null
                || call.getMethod().getReturnType() != Uni.class) {
            return call.proceed(); // part of a transaction: only the whole can run again
        }
        return Conflicts.retried(Unchecked.supplier(() -> {
                    context.putLocal(INSIDE, true);
                    return (Uni<?>) call.proceed();
                }))
                .eventually(() -> context.removeLocal(INSIDE));
    }
}
