package run.harrier.athlete.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Keycloak's admin REST, as far as people and clients are looked up by it. */
@RegisterRestClient(configKey = "directory")
interface KeycloakClient {

    @POST
    @Path("/realms/{realm}/protocol/openid-connect/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Token> token(
            @PathParam("realm") String realm,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret);

    @GET
    @Path("/admin/realms/{realm}/users")
    Uni<List<User>> users(
            @PathParam("realm") String realm,
            @QueryParam("username") @Nullable String username,
            @QueryParam("email") @Nullable String email,
            @QueryParam("exact") boolean exact,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("/admin/realms/{realm}/clients")
    Uni<List<Client>> clients(
            @PathParam("realm") String realm,
            @QueryParam("clientId") String clientId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresInSeconds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(String id, String username, boolean enabled, boolean emailVerified) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Client(String clientId, boolean enabled, boolean serviceAccountsEnabled) {}
}
