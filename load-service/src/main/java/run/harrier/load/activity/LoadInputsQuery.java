package run.harrier.load.activity;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.series.LoadYears;

/** Reads {@link LoadInputs}: the athlete with the years of daily loads, in one statement. */
@ApplicationScoped
public class LoadInputsQuery {
    private static final String QUERY =
            "select " + Athletes.COLUMNS + ", " + LoadYears.column("$1", "$2", "9999") + " as history"
                    + " from athlete a left join threshold_timeline t using (athlete_id) where a.athlete_id = $1";

    private final Athletes athletes;
    private final LoadYears years;

    LoadInputsQuery(Athletes athletes, LoadYears years) {
        this.athletes = athletes;
        this.years = years;
    }

    /** From a row with {@link Athletes#COLUMNS} and the years as {@code history}. */
    public LoadInputs inputs(UUID athleteId, Row row) {
        return new LoadInputs(athletes.athlete(athleteId, row), years.read(row.getString("history")));
    }

    /** Locks the athlete until the transaction ends, and reads the inputs with the years from a day's on. */
    public Uni<LoadInputs> lockAthleteAndRead(SqlConnection transaction, UUID athleteId, LocalDate from) {
        return athletes.lockForUpdate(transaction, athleteId)
                .chain(() -> transaction.preparedQuery(QUERY).execute(Tuple.of(athleteId, from.getYear())))
                .map(rows -> inputs(athleteId, rows.iterator().next()));
    }
}
