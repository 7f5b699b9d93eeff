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
import java.util.UUID;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.model.MorningWords;
import run.harrier.load.wellness.model.MorningWords.Word;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.platform.json.JsonText;

/** The wellness entries, a row for each day. */
@ApplicationScoped
class WellnessEntries {
    private static final TypeReference<Map<String, String>> SOURCES = new TypeReference<>() {};

    private final Athletes athletes;
    private final Pool pool;
    private final JsonText json;

    WellnessEntries(Athletes athletes, Pool pool, JsonText json) {
        this.athletes = athletes;
        this.pool = pool;
        this.json = json;
    }

    /** The entries of an athlete by day, with the athlete's local day (D12). */
    record Entries(LocalDate today, List<TaggedEntry> tagged) {
        List<Wellness> wellness() {
            return tagged.stream().map(TaggedEntry::wellness).toList();
        }
    }

    /** An entry with the tag of its version, and who said the fields that the athlete did not. */
    record TaggedEntry(Wellness wellness, Map<String, String> sources, String tag) {}

    /** Both days inclusive, in one query. */
    Uni<Entries> between(UUID athleteId, LocalDate from, LocalDate to) {
        return between(pool, athleteId, from, to);
    }

    Uni<Entries> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("""
                        select a.time_zone, w.day, w.entry::text as entry, w.sources::text as sources,
                            md5(w.entry::text || w.sources::text) as tag
                        from athlete a
                        left join wellness w on w.athlete_id = a.athlete_id and w.day between $2 and $3
                        where a.athlete_id = $1
                        order by w.day
                        """)
                .execute(Tuple.of(athleteId, from, to))
                .map(rows -> new Entries(
                        athletes.today(rows.stream().findFirst().orElse(null)),
                        rows.stream()
                                .filter(row -> row.getLocalDate("day") != null)
                                .map(this::entry)
                                .toList()));
    }

    /** What each source said of a day. */
    Uni<List<Word>> words(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return transaction
                .preparedQuery("""
                        select source, said_at, entry::text as entry from wellness_word where athlete_id = $1 and day = $2
                        """)
                .execute(Tuple.of(athleteId, on))
                .map(rows -> rows.stream()
                        .map(row -> new Word(
                                row.getString("source"),
                                row.getOffsetDateTime("said_at").toInstant(),
                                json.read(row.getString("entry"), WellnessRow.class)
                                        .toModel(on)))
                        .toList());
    }

    /** Stores what holds of a day, and the words that make it, in place of those of before. */
    Uni<TaggedEntry> save(SqlConnection transaction, UUID athleteId, MorningWords morning, List<Word> words) {
        var on = morning.wellness().on();
        return transaction
                .preparedQuery("""
                        insert into wellness (athlete_id, day, entry, sources)
                        values ($1, $2, $3::text::jsonb, $4::text::jsonb)
                        on conflict (athlete_id, day) do update set entry = excluded.entry, sources = excluded.sources
                        returning day, entry::text as entry, sources::text as sources,
                            md5(entry::text || sources::text) as tag
                        """)
                .execute(Tuple.of(
                        athleteId, on, json.write(WellnessRow.from(morning.wellness())), json.write(morning.sources())))
                .map(rows -> entry(rows.iterator().next()))
                .call(() -> transaction
                        .preparedQuery("delete from wellness_word where athlete_id = $1 and day = $2")
                        .execute(Tuple.of(athleteId, on)))
                .call(() -> transaction
                        .preparedQuery("""
                                insert into wellness_word (athlete_id, day, source, said_at, entry) values ($1, $2, $3, $4, $5::text::jsonb)
                                """)
                        .executeBatch(words.stream()
                                .map(word -> Tuple.of(
                                        athleteId,
                                        on,
                                        word.source(),
                                        word.saidAt().atOffset(ZoneOffset.UTC),
                                        json.write(WellnessRow.from(word.wellness()))))
                                .toList()));
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
                stored.toModel(row.getLocalDate("day")),
                json.read(row.getString("sources"), SOURCES),
                row.getString("tag"));
    }
}
