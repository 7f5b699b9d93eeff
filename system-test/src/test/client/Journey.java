import java.io.File;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.ActivitiesApi;
import org.openapitools.client.api.ConsentsApi;
import org.openapitools.client.api.FitnessApi;
import org.openapitools.client.api.LoadApi;
import org.openapitools.client.api.OverviewApi;
import org.openapitools.client.api.PlansApi;
import org.openapitools.client.api.ProfileApi;
import org.openapitools.client.api.ReadinessApi;
import org.openapitools.client.api.SessionsApi;
import org.openapitools.client.api.SquadsApi;
import org.openapitools.client.api.WellnessApi;
import org.openapitools.client.model.ActivityEditPatch;
import org.openapitools.client.model.DayOfWeek;
import org.openapitools.client.model.Goal;
import org.openapitools.client.model.Intake;
import org.openapitools.client.model.Level;
import org.openapitools.client.model.MoveSessionPatch;
import org.openapitools.client.model.NewConsent;
import org.openapitools.client.model.NewInvitation;
import org.openapitools.client.model.NewPlan;
import org.openapitools.client.model.NewResult;
import org.openapitools.client.model.NewSquad;
import org.openapitools.client.model.PlanKind;
import org.openapitools.client.model.Profile;
import org.openapitools.client.model.ProfilePatch;
import org.openapitools.client.model.ResultKind;
import org.openapitools.client.model.SessionView;
import org.openapitools.client.model.Sex;
import org.openapitools.client.model.WellnessEntry;

/**
 * The README's way with a client that openapi-generator made from the document, and nothing else. It is compiled together
 * with that client, in a test; the compiler of the project does not see it.
 */
public final class Journey {
    private final ApiClient coach;
    private final ApiClient athlete;
    private final LocalDate today;
    private final File recorded;

    private Journey(ApiClient coach, ApiClient athlete, LocalDate today, File recorded) {
        this.coach = coach;
        this.athlete = athlete;
        this.today = today;
        this.recorded = recorded;
    }

    /** The gateway, a coach's token, that of somebody who has no athlete yet, and the stack's today. */
    public static void main(String[] args) throws Exception {
        LocalDate today = LocalDate.parse(args[3]);
        Path recorded = Files.createTempFile("run", ".gpx");
        Files.writeString(recorded, tenMinutes(today.minusDays(1)));
        new Journey(client(args[0], args[1]), client(args[0], args[2]), today, recorded.toFile()).walk();
        Files.delete(recorded);
    }

    private static ApiClient client(String gateway, String token) {
        var client = new ApiClient();
        client.updateBaseUri(gateway);
        client.setRequestInterceptor(
                (HttpRequest.Builder request) -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    /** To the north at 3 m/s. */
    private static String tenMinutes(LocalDate on) {
        var points = new StringBuilder();
        for (int second = 0; second <= 600; second += 5) {
            points.append(String.format(
                    Locale.ROOT,
                    "<trkpt lat=\"%.6f\" lon=\"8.54\"><time>%sT06:%02d:%02dZ</time></trkpt>",
                    47 + 3 * second / 111_195.0,
                    on,
                    second / 60,
                    second % 60));
        }
        return "<gpx version=\"1.1\" creator=\"journey\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
                + "<trk><type>running</type><trkseg>" + points + "</trkseg></trk></gpx>";
    }

    /** The generator's library knows the first media type only, and sends the path of a file instead of its bytes. */
    private ApiClient withFileAsBody(ApiClient client) {
        var uploading = new ApiClient();
        uploading.updateBaseUri(client.getBaseUri());
        uploading.setRequestInterceptor(request -> {
            client.getRequestInterceptor().accept(request);
            try {
                request.setHeader("Content-Type", "application/gpx+xml")
                        .POST(HttpRequest.BodyPublishers.ofFile(recorded.toPath()));
            } catch (FileNotFoundException e) {
                throw new UncheckedIOException(e);
            }
        });
        return uploading;
    }

    private void walk() throws Exception {
        UUID id = signUp();
        UUID squad = joinSquad(id);
        recordFitness(id);
        plan(id);
        run(id);
        morning(id, squad);
        withdraw(id);
    }

    private UUID signUp() throws ApiException {
        ProfileApi profiles = new ProfileApi(athlete);
        var profile = profiles.createAthlete(
                new Profile()
                        .displayName("Finn")
                        .birthDate(LocalDate.parse("1990-05-01"))
                        .sex(Sex.MALE)
                        .timeZone("Europe/Berlin")
                        .level(Level.INTERMEDIATE)
                        .currentWeeklyDistanceMetres(40_000.0),
                UUID.randomUUID().toString());
        UUID id = profile.getId();
        profiles.answerIntake(
                id,
                new Intake()
                        .posture("UNKNOWN")
                        .mobility("UNKNOWN")
                        .movementQuality("UNKNOWN")
                        .injuries(List.of())
                        .habits("UNKNOWN")
                        .longestRunMinutes(80),
                null,
                null);
        var changed = profiles.updateAthlete(id, new ProfilePatch().currentWeeklyDistanceMetres(42_000.0), null, null);
        check(changed.getCurrentWeeklyDistanceMetres() == 42_000.0, "a merge-patch changes one field");
        check(changed.getDisplayName().equals("Finn"), "and leaves the others");
        return id;
    }

    private UUID joinSquad(UUID id) throws ApiException {
        SquadsApi squads = new SquadsApi(coach);
        UUID squad = squads.createSquad(new NewSquad().name("Generated"), null).getId();
        String code = new ProfileApi(athlete).getAthlete(id).getJoinCode();
        squads.inviteAthlete(squad, new NewInvitation().joinCode(code), null);
        SquadsApi own = new SquadsApi(athlete);
        var invitation = own.listOwnInvitations(null, null).getItems().getFirst();
        own.acceptInvitation(invitation.getId(), null);
        check(squads.getSquad(squad).getMembers().size() == 1, "the squad has an athlete");
        return squad;
    }

    private void recordFitness(UUID id) throws ApiException {
        FitnessApi fitness = new FitnessApi(athlete);
        fitness.recordResult(
                id,
                new NewResult()
                        .kind(ResultKind.RACE)
                        .distanceMetres(5_000.0)
                        .durationSeconds(1_200.0)
                        .on(today.minusDays(10)),
                null);
        double vdot = new FitnessApi(coach).getFitness(id, null, null).getVdot();
        check(Math.abs(vdot - 49.8) < 0.1, "20:00 over 5 km is 49.8, not " + vdot);
    }

    private void plan(UUID id) throws Exception {
        PlansApi plans = new PlansApi(coach);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        var plan = arrived(() -> plans.generatePlan(
                id,
                new NewPlan()
                        .kind(PlanKind.RACE)
                        .start(monday)
                        .goal(new Goal().distanceMetres(10_000.0).date(monday.plusDays(83)))
                        .daysPerWeek(5)
                        .longRunDay(DayOfWeek.SUNDAY),
                null));
        check(plan.getCertificate().stream().allMatch(entry -> entry.getHolds()), "every rule of the plan holds");
        check(plans.listPlans(id, null, null).getItems().size() == 1, "there is one plan");
        try {
            plans.generatePlan(id, new NewPlan().kind(PlanKind.RACE).start(today), null);
            throw new AssertionError("a race plan needs a goal");
        } catch (ApiException refused) {
            check(refused.getCode() == 422, "it is refused with 422, not " + refused.getCode());
        }
        SessionsApi sessions = new SessionsApi(athlete);
        List<SessionView> items = sessions.listSessions(id, null, null, null).getItems();
        check(items.size() >= 8, "the next two weeks have sessions");
        SessionView easy = items.stream()
                .filter(session -> !session.getQuality() && session.getOn().isAfter(today.plusDays(1)))
                .findFirst()
                .orElseThrow();
        var moved = sessions.moveSession(
                id, easy.getId(), new MoveSessionPatch().on(easy.getOn().plusDays(1)), null, null);
        check(moved.getRevision() == easy.getRevision() + 1, "a move is a revision");
        check(!sessions.listRevisions(id, easy.getId()).getItems().isEmpty(), "and it is listed");
    }

    private void run(UUID id) throws Exception {
        ActivitiesApi activities = new ActivitiesApi(athlete);
        ActivitiesApi uploads = new ActivitiesApi(withFileAsBody(athlete));
        String key = UUID.randomUUID().toString();
        var uploaded = uploads.uploadActivity(id, recorded, null, key).getUploadedActivity();
        var again = uploads.uploadActivity(id, recorded, null, key).getUploadedActivity();
        check(again.getId().equals(uploaded.getId()), "the same key gets the first answer");
        var duplicate = uploads.uploadActivity(id, recorded, null, null).getDuplicate();
        check(duplicate.getDuplicateOf().equals(uploaded.getId()), "the same file is the same run");
        var rated = activities.updateActivity(uploaded.getId(), id, new ActivityEditPatch().rpe(4), null, null);
        check(rated.getRpe() == 4, "a run can be rated");
        check(activities.listActivities(id, null, null, null, null).getItems().size() == 1, "one run is listed");
        var load = new LoadApi(coach).getLoad(id, today.minusDays(6), today);
        check(load.getDays().size() == 7, "seven days have figures");
    }

    private void morning(UUID id, UUID squad) throws Exception {
        new WellnessApi(athlete)
                .enterWellness(
                        id,
                        today,
                        new WellnessEntry()
                                .restingHeartRateBpm(50)
                                .sleepHours(7.5)
                                .fatigue(5),
                        null,
                        null);
        var readiness = new ReadinessApi(coach).getReadiness(id, today);
        check(!readiness.getReasons().isEmpty(), "fatigue of 5 is a reason");
        var overview = new OverviewApi(coach).getOverview(squad, null, null);
        check(overview.getItems().getFirst().getDisplayName().equals("Finn"), "the coach sees who it is about");
    }

    private void withdraw(UUID id) throws ApiException {
        ConsentsApi consents = new ConsentsApi(athlete);
        consents.giveConsent(id, "partner-demo", new NewConsent().scopes(Set.of("load:read")), null, null);
        check(consents.listConsents(id, null, null).getItems().size() == 1, "one consent");
        consents.withdrawConsent(id, "partner-demo");
    }

    /** What a new athlete is to another service may take a moment: 503 until then. */
    private static <T> T arrived(Callable<T> call) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return call.call();
            } catch (ApiException e) {
                if (e.getCode() != 503 || tries == 20) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
