package run.harrier.plan.generation.request.model;

import org.jspecify.annotations.Nullable;

/**
 * One reason against a wish, with the smallest change of the wish that mends it.
 *
 * @param mended may still break another rule; absent when no wish of this athlete can be planned
 */
public record Refusal(
        String rule, String pointer, String text, @Nullable PlanRequest mended) {}
