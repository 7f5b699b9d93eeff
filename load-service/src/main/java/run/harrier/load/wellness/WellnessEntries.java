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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.model.ClosingWord;
import run.harrier.load.wellness.model.Mornings;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.WarningSigns;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.load.wellness.model.WellnessBySource;
import run.harrier.load.wellness.model.WellnessBySource.SourceEntry;
import run.harrier.platform.json.JsonText;

/** The wellness entries, a row for each day. */
@ApplicationScoped
public class WellnessEntries {
    /** Of a row {@code w} of wellness: whether it has a field that no other source is named for. */
    public static final String BY_ATHLETE = byAthlete("w");

    /** Of a row {@code w} of wellness: whether signs of heart or breath may be in it, or the word that ends them (D34). */
    private static final String OF_HEART_OR_BREATH =
            "(w.entry ->> 'symptoms' <> '[]' or w.entry ->> 'pain' ilike '%chest%'"
                    + " or w.entry ->> 'professionalAgreed' = 'true')";

    /** Of an athlete {@code a}: who has called which sign over. */
    public static final String CLOSING_WORDS = """
            (select coalesce(json_agg(json_build_object(
                'signOn', c.sign_on, 'athleteAt', c.athlete_at, 'coachAt', c.coach_at, 'coach', c.coach,
                'closedOn', c.closed_on)), '[]')::text
             from closed_sign c where c.athlete_id = a.athlete_id) as closing_words""";

    /** So many nights of which only devices told are looked behind for the last morning that the athlete entered. */
    private static final int MOST_NIGHTS = 366;

    private static final TypeReference<List<ClosingWord>> WORDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

    private final Athletes athletes;
    private final Pool pool;
    private final JsonText json;

    WellnessEntries(Athletes athletes, Pool pool, JsonText json) {
        this.athletes = athletes;
        this.pool = pool;
        this.json = json;
    }

    /** What bears on an athlete's readiness, with the athlete's local day (D12). */
    record Bearing(LocalDate today, Mornings mornings) {
        /** The first day of which an entry matters, but for those of heart or breath. */
        LocalDate from() {
            return mornings.signsFrom().minusDays(Readiness.DAYS_BEFORE_MORNING);
        }
    }

    /** An entry with the tag of its version, and who entered the fields that the athlete did not. */
    record TaggedEntry(Wellness wellness, Map<String, String> sources, String tag) {}

    /** Both days inclusive, in one query. */
    Uni<List<TaggedEntry>> between(UUID athleteId, LocalDate from, LocalDate to) {
        return between(pool, athleteId, from, to);
    }

    private Uni<List<TaggedEntry>> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("""
                        select w.day, w.entry::text as entry, w.sources::text as sources,
                            md5(w.entry::text || w.sources::text) as tag, %s as by_athlete
                        from wellness w
                        where w.athlete_id = $1 and w.day between $2 and $3
                        order by w.day
                        """.formatted(BY_ATHLETE))
                .execute(Tuple.of(athleteId, from, to))
                .map(rows -> rows.stream().map(this::entry).toList());
    }

    /** What bears on readiness up to a day. */
    Uni<Bearing> bearingOn(UUID athleteId, LocalDate to) {
        return bearingOn(pool, athleteId, to);
    }

    Uni<Bearing> bearingOn(SqlClient client, UUID athleteId, LocalDate to) {
        return client.preparedQuery("""
                        select a.time_zone, f.signs_from, w.day, w.entry::text as entry, %s as by_athlete, %s
                        from athlete a cross join %s
                        left join wellness w on w.athlete_id = a.athlete_id and %s
                        where a.athlete_id = $1
                        """.formatted(BY_ATHLETE, CLOSING_WORDS, signsFrom(2), bearing(2)))
                .execute(Tuple.of(athleteId, to))
                .map(rows -> {
                    var first = rows.stream().findFirst().orElse(null);
                    var today = athletes.today(first);
                    return new Bearing(
                            today,
                            new Mornings(
                                    rows.stream()
                                            .filter(row -> row.getLocalDate("day") != null)
                                            .map(this::wellness)
                                            .toList(),
                                    first == null ? today : first.getLocalDate("signs_from"),
                                    first == null ? List.of() : closingWords(first)));
                });
    }

    /** Of a row with {@link #CLOSING_WORDS}. */
    public List<ClosingWord> closingWords(Row row) {
        return json.read(row.getString("closing_words"), WORDS);
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

    /** Stores what holds of a day; a word that ended a sign of it was said of the pain, illness and pulse of before (D34). */
    Uni<TaggedEntry> save(SqlConnection transaction, UUID athleteId, WellnessBySource morning) {
        return transaction
                .preparedQuery("""
                        with reopened as (
                            delete from closed_sign c using wellness was
                            where c.athlete_id = $1 and c.sign_on = $2 and was.athlete_id = $1 and was.day = $2
                                and row(was.entry ->> 'pain', was.entry ->> 'illness',
                                        was.entry ->> 'restingHeartRateBpm')
                                    is distinct from row($3::text::jsonb ->> 'pain', $3::text::jsonb ->> 'illness',
                                        $3::text::jsonb ->> 'restingHeartRateBpm'))
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

    /**
     * Stores which mornings have a warning sign, of those that the entry of a day bears on (D34); the words that ended the sign
     * of one were said of those that it had before.
     */
    Uni<Void> saveSigns(SqlConnection transaction, UUID athleteId, LocalDate on) {
        var last = on.plusDays(Readiness.DAYS_BEFORE_MORNING);
        return between(transaction, athleteId, on.minusDays(Readiness.DAYS_BEFORE_MORNING), last)
                .chain(read -> {
                    var days = new ArrayList<LocalDate>();
                    var kinds = new ArrayList<String>();
                    WarningSigns.ofEach(
                                    on,
                                    last,
                                    read.stream().map(TaggedEntry::wellness).toList())
                            .forEach((day, signs) -> signs.forEach(kind -> {
                                days.add(day);
                                kinds.add(kind.name());
                            }));
                    return transaction
                            .preparedQuery("""
                                    with told as (
                                        select w.day, array(
                                            select sign.kind from unnest($4::date[], $5::text[]) as sign (day, kind)
                                            where sign.day = w.day order by sign.kind) as signs
                                        from wellness w where w.athlete_id = $1 and w.day between $2 and $3),
                                    changed as (
                                        update wellness w set signs = told.signs from told
                                        where w.athlete_id = $1 and w.day = told.day and w.signs <> told.signs
                                        returning w.day)
                                    delete from closed_sign
                                    where athlete_id = $1 and sign_on in (select day from changed)
                                    """)
                            .execute(Tuple.of(
                                    athleteId, on, last, days.toArray(LocalDate[]::new), kinds.toArray(String[]::new)))
                            .replaceWithVoid();
                });
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
        return new TaggedEntry(wellness(row), json.read(row.getString("sources"), SOURCES), row.getString("tag"));
    }

    private Wellness wellness(Row row) {
        return json.read(row.getString("entry"), WellnessRow.class)
                .toModel(row.getLocalDate("day"), row.getBoolean("by_athlete"));
    }

    /**
     * Of an athlete {@code a}: the first day whose signs may stand ({@link Mornings#signsFrom}) on a day or on one of the two
     * before it, which are today in some zone, and the last day of which the athlete entered anything. It goes back to the
     * last morning with a sign of each kind, and no further: who has none that stands is read for four weeks. What ends a
     * sign is decided in the model; here is only passed over what surely has ended.
     *
     * @param day the number of the parameter that is the day
     */
    public static String signsFrom(int day) {
        return """
                lateral (
                    select least(min(sign.day), $%1$d::date - 1) as signs_from, (
                        select last.day
                        from (
                            select w.day, w.entry, w.sources from wellness w
                            where w.athlete_id = a.athlete_id and w.day <= $%1$d
                            order by w.day desc limit %6$d) last
                        where %5$s
                        order by last.day desc limit 1) as last_by_athlete
                    from (values ('HEART_RATE', 'restingHeartRateBpm'), ('ILLNESS', 'illness'), ('PAIN', 'pain'))
                        as kind (name, field)
                    cross join lateral (
                        select w.day from wellness w
                        where w.athlete_id = a.athlete_id and w.day <= $%1$d::date - 2
                            and w.signs <> '{}' and kind.name = any (w.signs)
                        order by w.day desc limit 1) sign
                    where not exists (
                        select from wellness one
                        join wellness two on two.athlete_id = one.athlete_id and two.day = one.day + 1
                        where one.athlete_id = a.athlete_id and one.day > sign.day and two.day <= $%1$d::date - 2
                            and (one.entry ->> kind.field is not null or %3$s)
                            and (two.entry ->> kind.field is not null or %4$s))
                    and not exists (
                        select from closed_sign c
                        where c.athlete_id = a.athlete_id and c.sign_on = sign.day
                            and c.closed_on < $%1$d::date - 2 - %2$d)) f
                """.formatted(
                day, Readiness.DAYS_BEFORE_MORNING, byAthlete("one"), byAthlete("two"), byAthlete("last"), MOST_NIGHTS);
    }

    /**
     * Of a row {@code w} of wellness of an athlete {@code a}, with {@link #signsFrom}: whether it bears on readiness up to a
     * day.
     *
     * @param day the number of the parameter that is the day
     */
    public static String bearing(int day) {
        return """
                (w.day between least(f.signs_from, $%1$d::date - 2) - %2$d and $%1$d
                    or w.day < $%1$d::date - %2$d and %3$s
                    or w.day = f.last_by_athlete)
                """.formatted(day, Readiness.DAYS_BEFORE_MORNING, OF_HEART_OR_BREATH);
    }

    private static String byAthlete(String row) {
        return "(select count(*) from jsonb_object_keys(%1$s.entry)) > (select count(*) from jsonb_object_keys(%1$s.sources))"
                .formatted(row);
    }
}
