package run.harrier.gateway.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.openapi.model.MergedDocument;
import run.harrier.gateway.openapi.model.MergedDocument.Part;
import run.harrier.gateway.openapi.model.PortableDocument;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;
import run.harrier.gateway.routing.OwningServices;
import run.harrier.gateway.routing.model.OwningService;
import run.harrier.gateway.routing.model.RoutingTable;

/**
 * Merges the OpenAPI documents of the running services into one, and reads them again when it is a minute old. While a
 * service is away the last document stays. Before there was one the answer is a 503, because a client generated from a
 * document without one service would lack its operations.
 */
@Singleton
class OpenApiService {
    private static final Logger LOG = Logger.getLogger(OpenApiService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<OwningService, DocumentClient> services;
    private final OpenApiDocumentService gateway;
    private final ObjectMapper json;
    private final Duration maxAge;
    private volatile @Nullable Latest latest;

    private record Latest(String document, long nanos) {
        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - nanos < age.toNanos();
        }
    }

    OpenApiService(
            OwningServices owners,
            OpenApiDocumentService gateway,
            ObjectMapper json,
            @ConfigProperty(name = "harrier.openapi.max-age", defaultValue = "60s") Duration maxAge) {
        this.services = Arrays.stream(OwningService.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), owner -> client(owners.url(owner))));
        this.gateway = gateway;
        this.json = json;
        this.maxAge = maxAge;
    }

    Uni<String> document() {
        var known = latest;
        if (known != null && known.isYoungerThan(maxAge)) {
            return Uni.createFrom().item(known.document());
        }
        var asked = services.keySet().stream().sorted().map(this::ask).toList();
        var merged = Uni.join()
                .all(asked)
                .andFailFast()
                .map(this::merged)
                .invoke(document -> latest = new Latest(document, System.nanoTime()));
        return known == null ? merged : merged.onFailure().recoverWithItem(known.document());
    }

    private Uni<Part> ask(OwningService owner) {
        return Objects.requireNonNull(services.get(owner))
                .document("json")
                .map(document -> new Part(nameOf(owner), document, path -> isOwnedBy(owner, path)))
                .onFailure()
                .transform(failure -> away(owner, failure));
    }

    private String merged(List<Part> parts) {
        try {
            var own = json.readValue(
                    gateway.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON),
                    new TypeReference<Map<String, Object>>() {});
            return json.writeValueAsString(
                    PortableDocument.of(MergedDocument.of(new Part("Gateway", own, path -> true), parts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOwnedBy(OwningService owner, String pathTemplate) {
        return RoutingTable.ownerOf(pathTemplate.replaceAll("\\{[^/}]*}", "x"))
                .filter(owner::equals)
                .isPresent();
    }

    private static String nameOf(OwningService owner) {
        return switch (owner) {
            case ATHLETE -> "Athlete";
            case PLAN -> "Plan";
            case LOAD -> "Load";
        };
    }

    private static ProblemException away(OwningService owner, Throwable failure) {
        LOG.warnf("%s does not describe itself: %s", owner.serviceName(), failure.toString());
        return new ProblemException(
                Problem.unavailable("The " + owner.serviceName() + " is away, so the document would not be whole."));
    }

    private static DocumentClient client(URI service) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(service)
                .connectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .build(DocumentClient.class);
    }
}
