package run.harrier.testkit.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a service's database has of some athletes: every table that knows them, whole. */
public final class DatabaseDigest {
    private DatabaseDigest() {}

    /** For each table the number of the athletes' rows and a digest of them; equal when no row differs. */
    public static Map<String, String> of(Iterable<UUID> athletes) {
        var digests = new TreeMap<String, String>();
        try (var connection = DatabaseRows.database();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("""
                    select table_name from information_schema.columns join information_schema.tables
                        using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'athlete_id'
                    """)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            var ids = new ArrayList<String>();
            athletes.forEach(id -> ids.add("'" + id + "'"));
            var list = ids.stream().collect(Collectors.joining(", "));
            for (var table : tables) {
                try (var digest = statement.executeQuery(
                        "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')"
                                + " from " + table + " t where athlete_id in (" + list + ")")) {
                    digest.next();
                    digests.put(table, digest.getString(1));
                }
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be read", e);
        }
    }

    /** Until the block is over the table refuses every row of the athlete: each event about the athlete fails. */
    public static void whileRefused(String table, UUID athlete, Runnable block) {
        run("""
                create function refuse() returns trigger language plpgsql as $$ begin
                    if new.athlete_id = '%s' then raise exception 'refused by the test'; end if; return new; end $$;
                create trigger refuse before insert or update on %s for each row execute function refuse();
                """.formatted(athlete, table));
        try {
            block.run();
        } finally {
            run("drop function refuse cascade");
        }
    }

    private static void run(String sql) {
        try (var database = DatabaseRows.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
