package run.harrier.load.wellness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.WellnessEntries.Bearing;
import run.harrier.load.wellness.WellnessEntries.Morning;
import run.harrier.load.wellness.WellnessEntries.TaggedEntry;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.load.wellness.model.WellnessBySource;
import run.harrier.load.wellness.model.WellnessBySource.SourceEntry;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.http.MergePatch;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.transaction.Transactions;

/** Stores an athlete's wellness entries. */
@ApplicationScoped
class WellnessService {
    private static final int USUAL_DAYS = 28;
    private static final int HISTORY_YEARS = 10;

    private final WellnessEntries entries;
    private final Athletes athletes;
    private final ReadinessService readiness;
    private final MergePatch patches;
    private final Transactions transactions;
    private final RequestAccess request;
    private final Clock clock;

    WellnessService(
            WellnessEntries entries,
            Athletes athletes,
            ReadinessService readiness,
            MergePatch patches,
            Transactions transactions,
            RequestAccess request,
            Clock clock) {
        this.entries = entries;
        this.athletes = athletes;
        this.readiness = readiness;
        this.patches = patches;
        this.transactions = transactions;
        this.request = request;
        this.clock = clock;
    }

    /** The entry of a day by the source that sends it, in place of what that source entered before; the others' stay. */
    Uni<WellnessView> enter(UUID athleteId, String date, Preconditions asked, WellnessEntry entry) {
        var on = DayRange.day("date", date);
        requireSomething(entry);
        return write(athleteId, on, asked, before -> entry);
    }

    /** A merge-patch (RFC 7396) of what the source that sends it has entered of a day. */
    Uni<WellnessView> change(UUID athleteId, String date, Preconditions asked, ObjectNode patch) {
        var on = DayRange.day("date", date);
        return write(athleteId, on, asked, before -> patches.apply(before, patch, WellnessEntry.class));
    }

    private Uni<WellnessView> write(
            UUID athleteId, LocalDate on, Preconditions asked, UnaryOperator<WellnessEntry> change) {
        var source = request.caller().client().map(WellnessBySource::ofClient).orElse(WellnessBySource.ATHLETE);
        return athletes.whenArrived(
                athleteId,
                () -> transactions.run(transaction -> lockForUpdate(transaction, athleteId, on)
                        .chain(known -> entries.morning(transaction, athleteId, on)
                                .invoke(morning -> asked.require(morning.tag()))
                                .chain(morning -> save(transaction, athleteId, on, source, morning, change)
                                        .call(saved -> changed(
                                                transaction, athleteId, morning.wellness(on), saved.wellness(), known)))
                                .map(WellnessView::from))));
    }

    private Uni<Void> changed(
            SqlConnection transaction, UUID athleteId, Wellness before, Wellness after, Bearing known) {
        return requireSignKept(transaction, athleteId, before, after)
                .chain(() -> entries.saveSigns(transaction, athleteId, before.on()))
                .chain(() -> readiness.publish(transaction, athleteId, before, after, known));
    }

    /** D34: what was said of heart or breath is not taken back by a change, but ended by the word for it; else a 409. */
    private Uni<Void> requireSignKept(SqlConnection transaction, UUID athleteId, Wellness before, Wellness after) {
        return after.keepsSignsOf(before)
                ? Uni.createFrom().voidItem()
                : entries.agreedSince(transaction, athleteId, before.on())
                        .invoke(agreed -> {
                            if (!agreed) {
                                throw ProblemException.conflict(
                                        "A sign of heart or breath is not taken back. If a professional"
                                                + " has agreed to training, say so with `professionalAgreed`: that ends it.");
                            }
                        })
                        .replaceWithVoid();
    }

    /** A source whose entry becomes empty is forgotten, but not the last one. */
    private Uni<TaggedEntry> save(
            SqlConnection transaction,
            UUID athleteId,
            LocalDate on,
            String source,
            Morning morning,
            UnaryOperator<WellnessEntry> change) {
        var own = morning.bySource().stream()
                .filter(entry -> entry.source().equals(source))
                .findFirst()
                .map(SourceEntry::wellness)
                .orElse(Wellness.nothing(on));
        var others = morning.bySource().stream()
                .filter(entry -> !entry.source().equals(source))
                .toList();
        var changed = change.apply(WellnessEntry.from(own));
        if (changed.saysAgreed() && !source.equals(WellnessBySource.ATHLETE)) {
            throw ProblemException.impossibleAt("/professionalAgreed", "only the athlete can say it");
        }
        if (changed.isEmpty()) {
            if (others.isEmpty()) {
                requireSomething(changed);
            }
            return entries.save(transaction, athleteId, WellnessBySource.of(on, others))
                    .call(() -> entries.deleteSource(transaction, athleteId, on, source));
        }
        var entered =
                new SourceEntry(source, clock.instant(), changed.toModel(on, source.equals(WellnessBySource.ATHLETE)));
        var all = Stream.concat(others.stream(), Stream.of(entered)).toList();
        return entries.save(transaction, athleteId, WellnessBySource.of(on, all))
                .call(() -> entries.saveSource(transaction, athleteId, entered));
    }

    private static void requireSomething(WellnessEntry entry) {
        if (entry.isEmpty()) {
            throw ProblemException.impossibleAt("", "an entry says something; to take one back, delete it");
        }
    }

    /** A 404 problem for a day without an entry. */
    Uni<Void> delete(UUID athleteId, String date, Preconditions asked) {
        var on = DayRange.day("date", date);
        return transactions.run(transaction -> lockForUpdate(transaction, athleteId, on)
                .chain(known -> entries.morning(transaction, athleteId, on)
                        .invoke(morning -> {
                            if (morning.merged().isEmpty()) {
                                throw ProblemException.notFound();
                            }
                            asked.require(morning.tag());
                        })
                        .call(() -> entries.delete(transaction, athleteId, on))
                        .chain(morning ->
                                changed(transaction, athleteId, morning.wellness(on), Wellness.nothing(on), known))));
    }

    Uni<WellnessView.Range> between(UUID athleteId, @Nullable String from, @Nullable String to) {
        return athletes.today(athleteId)
                .map(today -> {
                    var last = to == null ? today : DayRange.day("to", to);
                    return new DayRange(
                            from == null ? last.minusDays(USUAL_DAYS - 1L) : DayRange.day("from", from), last);
                })
                .chain(range -> entries.between(athleteId, range.from(), range.to()))
                .map(WellnessView.Range::from);
    }

    /** What bore on the athlete's readiness before the entry of a day changes. */
    private Uni<Bearing> lockForUpdate(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return athletes.lockForUpdate(transaction, athleteId)
                .invoke(today -> requireOfTheDiary(on, today))
                .chain(today -> entries.bearingOn(transaction, athleteId, today));
    }

    private static void requireOfTheDiary(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw ProblemException.impossibleAt("date", "must not be after the athlete's today, " + today);
        }
        if (on.isBefore(today.minusYears(HISTORY_YEARS))) {
            throw ProblemException.impossibleAt("date", "must not be more than ten years ago");
        }
    }
}
