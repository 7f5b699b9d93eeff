/** The answer to a POST that carried an {@code Idempotency-Key}, kept and given again. */
package run.harrier.platform.idempotency;
