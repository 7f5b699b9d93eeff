package run.harrier.plan.generation.model;

import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.request.model.PlanRequest;

/** The answer to a request: a plan, or the rule against it. */
public sealed interface PlanDecision {

    record Generated(GeneratedPlan plan) implements PlanDecision {}

    /**
     * @param rule the number of the rule against the request, such as S40
     * @param pointer the field of the request that the rule stands against, as a JSON pointer such as {@code /goal/date};
     *     empty when it is about the athlete
     * @param text why, in words for the athlete
     * @param possibleText what would be possible instead, in words
     * @param possible the nearest request that can be planned for this athlete; absent when something else must come
     *     first, such as the intake
     */
    record Refused(
            String rule,
            String pointer,
            String text,
            String possibleText,
            @Nullable PlanRequest possible) implements PlanDecision {}
}
