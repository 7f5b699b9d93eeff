package run.harrier.load.wellness;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.model.ClosedSign;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.load.wellness.model.WellnessBySource;
import run.harrier.load.wellness.model.WellnessBySource.SourceEntry;
import run.harrier.platform.json.JsonText;

/** The wellness entries, a row for each day. */
@ApplicationScoped
public class WellnessEntries {
    /** Of a row {@code w} of wellness: whether it has a field that no other source is named for. */
    public static final String BY_ATHLETE = "(select count(*) from jsonb_object_keys(w.entry))"
            + " > (select count(*) from jsonb_object_keys(w.sources))";

    /** Of a row {@code w} of wellness: whether signs of heart or breath may be in it, or the word that ends them (D34). */
    public static final String OF_HEART_OR_BREATH =
            "(w.entry ->> 'symptoms' <> '[]' or w.entry ->> 'pain' ilike '%chest%'"
                    + " or w.entry ->> 'professionalAgreed' = 'true')";

    /** Rows read for a day that is a day off, in each zone. */
    private static final int MORNINGS_READ = Readiness.STANDING_MORNINGS + 2;

    /**
     * Of an athlete {@code a}: the first day whose rows bear on readiness up to a day, which is the parameter of the number that
     * is formatted in; but for those of heart or breath (D34). However long ago the last mornings were entered, they are read.
     */
    public static final String FIRST_BEARING =
            """
            (select least(
                coalesce(min(newest.day), $%%1$d::date),
                (select greatest(min(own.day), $%%1$d::date - %3$d) from (
                    select w.day from wellness w
                    where w.athlete_id = a.athlete_id and w.day <= $%%1$d and %4$s
                    order by w.day desc limit %2$d) own)) - %1$d
             from (
                select day from wellness where athlete_id = a.athlete_id and day <= $%%1$d
                order by day desc limit %2$d) newest)""".formatted(Readiness.DAYS_BEFORE_MORNING, MORNINGS_READ, Readiness.MOST_DEVICE_DAYS, BY_ATHLETE);

    /** Of an athlete {@code a}: the signs that words have ended. */
    public static final String CLOSED_SIGNS = """
            (select coalesce(json_agg(json_build_object('signOn', c.sign_on, 'closedOn', c.closed_on)), '[]')::text
             from closed_sign c where c.athlete_id = a.athlete_id and c.closed_on is not null) as closed_signs""";

    private static final TypeReference<List<ClosedSign>> CLOSED = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

    private final Athletes athletes;
    private final Pool pool;
    private final JsonText json;

    WellnessEntries(Athletes athletes, Pool pool, JsonText json) {
        this.athletes = athletes;
        this.pool = pool;
        this.json = json;
    }

    /** The entries of an athlete by day, with the athlete's local day (D12) and the signs that words have ended. */
    record Entries(LocalDate today, List<TaggedEntry> tagged, List<ClosedSign> closed) {
        List<Wellness> wellness() {
            return tagged.stream().map(TaggedEntry::wellness).toList();
        }
    }

    /** An entry with the tag of its version, and who entered the fields that the athlete did not. */
    record TaggedEntry(Wellness wellness, Map<String, String> sources, String tag) {}

    /** Both days inclusive, in one query. */
    Uni<Entries> between(UUID athleteId, LocalDate from, LocalDate to) {
        return read(pool, "w.day between $2 and $3", athleteId, from, to);
    }

    /** What bears on readiness up to a day. */
    Uni<Entries> bearingOn(UUID athleteId, LocalDate to) {
        return bearingOn(pool, athleteId, to);
    }

    Uni<Entries> bearingOn(SqlClient client, UUID athleteId, LocalDate to) {
        var bearing = "(w.day between " + FIRST_BEARING.formatted(3) + " and $3 or w.day < $2 and " + OF_HEART_OR_BREATH
                + ")";
        return read(client, bearing, athleteId, to.minusDays(Readiness.DAYS_BEFORE_MORNING), to);
    }

    private Uni<Entries> read(SqlClient client, String days, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("""
                        select a.time_zone, w.day, w.entry::text as entry, w.sources::text as sources,
                            md5(w.entry::text || w.sources::text) as tag, %s as by_athlete, %s
                        from athlete a
                        left join wellness w on w.athlete_id = a.athlete_id and %s
                        where a.athlete_id = $1
                        order by w.day
                        """.formatted(BY_ATHLETE, CLOSED_SIGNS, days))
                .execute(Tuple.of(athleteId, from, to))
                .map(rows -> new Entries(
                        athletes.today(rows.stream().findFirst().orElse(null)),
                        rows.stream()
                                .filter(row -> row.getLocalDate("day") != null)
                                .map(this::entry)
                                .toList(),
                        rows.stream().findFirst().map(this::closedSigns).orElse(List.of())));
    }

    /** Of a row with {@link #CLOSED_SIGNS}. */
    public List<ClosedSign> closedSigns(Row row) {
        return json.read(row.getString("closed_signs"), CLOSED);
    }

    /** A morning as it is stored: what holds of it, empty before anything was entered, and what each source entered. */
    record Morning(Optional<TaggedEntry> merged, List<SourceEntry> bySource) {
        Wellness wellness(LocalDate on) {
            return merged.map(TaggedEntry::wellness).orElse(Wellness.nothing(on));
        }

        String tag() {
            return merged.map(TaggedEntry::tag).orElse("");
        }
    }

    Uni<Morning> morning(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return transaction
                .preparedQuery("""
                        select w.day, w.entry::text as entry, w.sources::text as sources,
                            md5(w.entry::text || w.sources::text) as tag, %s as by_athlete,
                            s.source, s.entered_at, s.entry::text as source_entry
                        from wellness w
                        join wellness_by_source s on s.athlete_id = w.athlete_id and s.day = w.day
                        where w.athlete_id = $1 and w.day = $2
                        """.formatted(BY_ATHLETE))
                .execute(Tuple.of(athleteId, on))
                .map(rows -> new Morning(
                        rows.stream().findFirst().map(this::entry),
                        rows.stream()
                                .map(row -> new SourceEntry(
                                        row.getString("source"),
                                        row.getOffsetDateTime("entered_at").toInstant(),
                                        json.read(row.getString("source_entry"), WellnessRow.class)
                                                .toModel(
                                                        on,
                                                        row.getString("source").equals(WellnessBySource.ATHLETE))))
                                .toList()));
    }

    /** Whether the athlete has said, of a day or a later one, that a professional has agreed. */
    Uni<Boolean> agreedSince(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return transaction
                .preparedQuery("select from wellness w where w.athlete_id = $1 and w.day >= $2"
                        + " and w.entry ->> 'professionalAgreed' = 'true' limit 1")
                .execute(Tuple.of(athleteId, on))
                .map(rows -> rows.size() == 1);
    }

    /** Stores what holds of a day; a word that ended a sign of it was said of what it was before (D34). */
    Uni<TaggedEntry> save(SqlConnection transaction, UUID athleteId, WellnessBySource morning) {
        return transaction
                .preparedQuery("""
                        with reopened as (delete from closed_sign where athlete_id = $1 and sign_on = $2)
                        insert into wellness as w (athlete_id, day, entry, sources)
                        values ($1, $2, $3::text::jsonb, $4::text::jsonb)
                        on conflict (athlete_id, day) do update set entry = excluded.entry, sources = excluded.sources
                        returning day, entry::text as entry, sources::text as sources,
                            md5(entry::text || sources::text) as tag, %s as by_athlete
                        """.formatted(BY_ATHLETE))
                .execute(Tuple.of(
                        athleteId,
                        morning.wellness().on(),
                        json.write(WellnessRow.from(morning.wellness())),
                        json.write(morning.sources())))
                .map(rows -> entry(rows.iterator().next()));
    }

    /** Stores what one source entered of a day that {@link #save} has stored. */
    Uni<Void> saveSource(SqlConnection transaction, UUID athleteId, SourceEntry entered) {
        return transaction
                .preparedQuery("""
                        insert into wellness_by_source (athlete_id, day, source, entered_at, entry)
                        values ($1, $2, $3, $4, $5::text::jsonb)
                        on conflict (athlete_id, day, source)
                        do update set entered_at = excluded.entered_at, entry = excluded.entry
                        """)
                .execute(Tuple.of(
                        athleteId,
                        entered.wellness().on(),
                        entered.source(),
                        entered.enteredAt().atOffset(ZoneOffset.UTC),
                        json.write(WellnessRow.from(entered.wellness()))))
                .replaceWithVoid();
    }

    Uni<Void> deleteSource(SqlConnection transaction, UUID athleteId, LocalDate on, String source) {
        return transaction
                .preparedQuery("delete from wellness_by_source where athlete_id = $1 and day = $2 and source = $3")
                .execute(Tuple.of(athleteId, on, source))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return transaction
                .preparedQuery("delete from wellness where athlete_id = $1 and day = $2")
                .execute(Tuple.of(athleteId, on))
                .replaceWithVoid();
    }

    private TaggedEntry entry(Row row) {
        var stored = json.read(row.getString("entry"), WellnessRow.class);
        return new TaggedEntry(
                stored.toModel(row.getLocalDate("day"), row.getBoolean("by_athlete")),
                json.read(row.getString("sources"), SOURCES),
                row.getString("tag"));
    }
}
