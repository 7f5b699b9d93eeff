package run.harrier.gateway.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import run.harrier.gateway.overview.ConditionClient.AthleteCondition;
import run.harrier.gateway.overview.ConditionClient.Conditions;
import run.harrier.gateway.overview.WeekClient.AthleteWeek;
import run.harrier.gateway.overview.WeekClient.Weeks;
import run.harrier.gateway.overview.model.AthleteOverview;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.overview.model.AthleteOverview.Week;
import run.harrier.gateway.overview.model.OffPlan;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;
import run.harrier.gateway.routing.OwningServices;
import run.harrier.gateway.routing.model.OwningService;

/**
 * Joins the plan-service's week and the load-service's condition of a squad: one call to each, at the same time, with
 * the caller's token, whatever the squad's size. Each of them decides whether the caller may see the squad; the first
 * 4xx problem is passed on. When one of them is away, the answer is a 503.
 */
@Singleton
class OverviewService {
    private static final Logger LOG = Logger.getLogger(OverviewService.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(30);

    private final WeekClient weeks;
    private final ConditionClient conditions;
    private final ObjectMapper json;

    OverviewService(OwningServices owners, ObjectMapper json) {
        this.weeks = client(owners, OwningService.PLAN, WeekClient.class);
        this.conditions = client(owners, OwningService.LOAD, ConditionClient.class);
        this.json = json;
    }

    /** All athletes of the squad, or the {@code top} who need the coach most. */
    Uni<OverviewView> overview(
            UUID squadId, @Nullable String on, Optional<Integer> top, String authorization, String requestId) {
        var planned = answer(OwningService.PLAN, weeks.week(squadId, on, authorization, requestId));
        var known = answer(OwningService.LOAD, conditions.condition(squadId, on, authorization, requestId));
        return Uni.combine().all().unis(planned, known).asTuple().map(answers -> {
            var week = accepted(OwningService.PLAN, answers.getItem1(), answers.getItem2(), Weeks.class);
            var condition = accepted(OwningService.LOAD, answers.getItem2(), answers.getItem1(), Conditions.class);
            return OverviewView.from(athletes(week, condition).stream()
                    .sorted(AthleteOverview.WORST_FIRST)
                    .limit(top.orElse(Integer.MAX_VALUE))
                    .toList());
        });
    }

    private static List<AthleteOverview> athletes(Weeks weeks, Conditions conditions) {
        var byAthlete = weeks.items().stream().collect(Collectors.toMap(AthleteWeek::athleteId, Function.identity()));
        return conditions.items().stream()
                .map(condition -> athlete(condition, Optional.ofNullable(byAthlete.get(condition.athleteId()))))
                .toList();
    }

    private static AthleteOverview athlete(AthleteCondition condition, Optional<AthleteWeek> planned) {
        var week = new Week(
                planned.map(AthleteWeek::plannedSeconds).orElse(0L),
                planned.map(AthleteWeek::dueSeconds).orElse(0L),
                seconds(condition.doneSeconds()),
                seconds(condition.doneBeforeSeconds()),
                planned.map(AthleteWeek::offPlan).orElse(List.of()));
        var findings = new ArrayList<>(condition.findings());
        findings.addAll(OffPlan.of(
                week, condition.findings().stream().map(Finding::code).toList()));
        return new AthleteOverview(
                condition.athleteId(),
                condition.displayName(),
                condition.readiness(),
                condition.warningSign(),
                Optional.ofNullable(condition.acwr()),
                week,
                findings);
    }

    private static OptionalDouble seconds(@Nullable Double known) {
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /** Empty when the service is away. */
    private static Uni<Optional<RestResponse<String>>> answer(OwningService owner, Uni<RestResponse<String>> call) {
        var repeated = call.onFailure(OverviewService::isClosed).retry().atMost(1);
        return repeated.map(Optional::of).onFailure().recoverWithItem(failure -> {
            LOG.warnf("%s did not answer: %s", owner.serviceName(), failure.toString());
            return Optional.empty();
        });
    }

    /** A kept connection closed under the request; the next one is fresh, as that one has left the pool. */
    private static boolean isClosed(Throwable failure) {
        return failure instanceof IOException && !(failure instanceof ConnectException);
    }

    private <T> T accepted(
            OwningService owner,
            Optional<RestResponse<String>> answer,
            Optional<RestResponse<String>> other,
            Class<T> type) {
        // a problem of either goes before the other's absence
        answer.ifPresent(OverviewService::passProblem);
        other.ifPresent(OverviewService::passProblem);
        var body = answer.filter(present -> present.getStatus() == 200)
                .map(RestResponse::getEntity)
                .orElseThrow(() -> new ProblemException(
                        Problem.unavailable("The " + owner.serviceName() + " is away, or did not answer in time.")));
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the " + owner.serviceName() + " answered what it never promised", e);
        }
    }

    private static void passProblem(RestResponse<String> answer) {
        if (answer.getStatus() / 100 == 4) {
            throw new UpstreamProblemException(answer.getStatus(), text(answer));
        }
    }

    /** The REST client leaves the body of a 4xx response as a stream, which lies in memory. */
    private static String text(RestResponse<?> problem) {
        if (!(problem.getEntity() instanceof InputStream body)) {
            return "";
        }
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T client(OwningServices owners, OwningService owner, Class<T> type) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(owners.url(owner))
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(READ.toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(type);
    }
}
