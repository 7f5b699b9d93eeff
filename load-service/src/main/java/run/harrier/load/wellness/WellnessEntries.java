package run.harrier.load.wellness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.model.Wellness;
import run.harrier.platform.json.JsonText;

/** The wellness entries, a row for each day. */
@ApplicationScoped
class WellnessEntries {
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

    /** An entry with the tag of its version. */
    record TaggedEntry(Wellness wellness, String tag) {}

    /** Both days inclusive, in one query. */
    Uni<Entries> between(UUID athleteId, LocalDate from, LocalDate to) {
        return between(pool, athleteId, from, to);
    }

    Uni<Entries> between(SqlClient client, UUID athleteId, LocalDate from, LocalDate to) {
        return client.preparedQuery("""
                        select a.time_zone, w.day, w.entry::text as entry, md5(w.entry::text) as tag
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

    Uni<TaggedEntry> save(SqlConnection transaction, UUID athleteId, Wellness wellness) {
        return transaction
                .preparedQuery("""
                        insert into wellness (athlete_id, day, entry) values ($1, $2, $3::text::jsonb)
                        on conflict (athlete_id, day) do update set entry = excluded.entry
                        returning day, entry::text as entry, md5(entry::text) as tag
                        """)
                .execute(Tuple.of(athleteId, wellness.on(), json.write(WellnessRow.from(wellness))))
                .map(rows -> entry(rows.iterator().next()));
    }

    Uni<Void> delete(SqlConnection transaction, UUID athleteId, LocalDate on) {
        return transaction
                .preparedQuery("delete from wellness where athlete_id = $1 and day = $2")
                .execute(Tuple.of(athleteId, on))
                .replaceWithVoid();
    }

    private TaggedEntry entry(Row row) {
        var stored = json.read(row.getString("entry"), WellnessRow.class);
        return new TaggedEntry(stored.toModel(row.getLocalDate("day")), row.getString("tag"));
    }
}
