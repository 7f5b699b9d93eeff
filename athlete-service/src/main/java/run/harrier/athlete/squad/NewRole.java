package run.harrier.athlete.squad;

import jakarta.validation.constraints.NotNull;

/** What a person is to be in a squad. */
record NewRole(@NotNull SquadCoachEntity.Role role) {}
