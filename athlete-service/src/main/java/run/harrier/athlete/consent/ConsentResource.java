package run.harrier.athlete.consent;

import static run.harrier.contracts.Relation.ATHLETE;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.directory.Directory;
import run.harrier.platform.access.Allowed;
import run.harrier.platform.http.Page;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;

/** The athlete's consents, each of scopes to a partner's client (D21). */
@Path("/api/v1/athletes/{athleteId}/consents")
@Tag(name = "Consents")
class ConsentResource {
    private static final String CLIENT_ID = "^[!-.0-~]{1,255}$";

    private final ConsentService service;
    private final Directory directory;

    ConsentResource(ConsentService service, Directory directory) {
        this.service = service;
        this.directory = directory;
    }

    @GET
    @Allowed(ATHLETE)
    @Operation(operationId = "listConsents", summary = "List your consents", description = "By client id.")
    @APIResponse(responseCode = "200", description = "A page of consents")
    @APIResponse(responseCode = "400", description = "The cursor is not one")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Page<ConsentView>> list(
            UUID athleteId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.HIGHEST_LIMIT) int limit,
            @QueryParam("after") @Nullable String after) {
        return service.list(athleteId, after, limit);
    }

    @GET
    @Path("/{clientId}")
    @Allowed(ATHLETE)
    @Operation(operationId = "getConsent", summary = "Read a consent", description = "What this client may do.")
    @APIResponse(responseCode = "200", description = "The consent")
    public Uni<ConsentView> get(UUID athleteId, @Pattern(regexp = CLIENT_ID) String clientId) {
        return service.get(athleteId, clientId);
    }

    @PUT
    @Path("/{clientId}")
    @Allowed(ATHLETE)
    @Operation(
            operationId = "giveConsent",
            summary = "Consent to a partner",
            description = "The scopes replace those given before. The partner needs them in its token as well.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "example", value = """
            {"scopes": ["activities:write", "plan:read"]}""")))
    @APIResponse(responseCode = "200", description = "The consent as it is now")
    @APIResponse(responseCode = "409", description = "You have consented to a hundred partners")
    @APIResponse(responseCode = "422", description = "No partner has such a client, or there is no such scope")
    @APIResponse(responseCode = "412", description = "It was changed since the version named in If-Match")
    public Uni<ConsentView> give(
            UUID athleteId,
            @Pattern(regexp = CLIENT_ID) String clientId,
            @BeanParam Preconditions asked,
            @NotNull @Valid NewConsent consent) {
        consent.validate();
        return directory
                .hasPartner(clientId)
                .invoke(known -> {
                    if (!known) {
                        throw ProblemException.impossibleAt(
                                "clientId",
                                "This is no partner's client: look for a typing error. An app in which you sign in"
                                        + " yourself needs no consent.");
                    }
                })
                .chain(() -> service.give(athleteId, clientId, asked, consent));
    }

    @DELETE
    @Path("/{clientId}")
    @Allowed(ATHLETE)
    @Operation(
            operationId = "withdrawConsent",
            summary = "Withdraw a consent",
            description = "The partner is a stranger from now on, everywhere within seconds.")
    @APIResponse(responseCode = "204", description = "Gone")
    public Uni<Void> withdraw(UUID athleteId, @Pattern(regexp = CLIENT_ID) String clientId) {
        return service.withdraw(athleteId, clientId);
    }
}
