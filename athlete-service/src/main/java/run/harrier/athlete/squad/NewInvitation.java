package run.harrier.athlete.squad;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invitation by the code that the athlete showed (D22). */
record NewInvitation(
        @NotBlank
        @Size(max = 50)
        @Schema(description = "As people write it: small letters, blanks and dashes do not matter")
        String joinCode) {}
