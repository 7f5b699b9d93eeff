package run.harrier.plan.generation.request.model;

import org.jspecify.annotations.Nullable;

/**
 * One reason against a request, with the smallest change of the request that mends it.
 *
 * @param mended may still break another rule; absent when no request of this athlete can be planned
 */
public record Refusal(
        String rule, String pointer, String text, @Nullable PlanRequest mended) {}
