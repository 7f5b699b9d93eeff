package run.harrier.athlete.squad;

import jakarta.validation.constraints.NotNull;

/** The role that a person gets in a squad. */
record NewRole(@NotNull SquadCoachEntity.Role role) {}
