package run.harrier.gateway.routing;

import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.gateway.routing.model.OwningService;

/** The address of each service behind the gateway. */
@Singleton
public class OwningServices {
    private final URI athlete;
    private final URI plan;
    private final URI load;

    OwningServices(
            @ConfigProperty(name = "harrier.athlete.url", defaultValue = "http://localhost:8081") URI athlete,
            @ConfigProperty(name = "harrier.plan.url", defaultValue = "http://localhost:8082") URI plan,
            @ConfigProperty(name = "harrier.load.url", defaultValue = "http://localhost:8083") URI load) {
        this.athlete = athlete;
        this.plan = plan;
        this.load = load;
    }

    public URI url(OwningService owner) {
        return switch (owner) {
            case ATHLETE -> athlete;
            case PLAN -> plan;
            case LOAD -> load;
        };
    }
}
