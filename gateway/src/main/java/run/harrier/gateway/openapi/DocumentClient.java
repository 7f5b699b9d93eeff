package run.harrier.gateway.openapi;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;

/** Reads the OpenAPI document of a service. */
interface DocumentClient {

    @GET
    @Path("/q/openapi")
    Uni<Map<String, Object>> document(@QueryParam("format") String format);
}
