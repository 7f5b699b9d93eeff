package run.harrier.plan.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.PlanKind;

/** A plan in a list. */
record PlanSummaryView(
        UUID id, PlanKind kind, LocalDate start, LocalDate end, NewPlan.@Nullable Goal goal, Instant createdAt) {}
