package run.harrier.platform.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an operation whose second request with the same Idempotency-Key waits for the answer of the first, instead of a
 * 409 while that is running: an upload, which clients send again when a connection drops half-way.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WaitsForFirstAnswer {}
