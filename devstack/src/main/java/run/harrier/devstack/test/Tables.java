package run.harrier.devstack.test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a service's database has of some athletes: every table that knows them, whole. */
public final class Tables {
    private Tables() {}

    /** For each table the number of the athletes' rows and a digest of them; equal when no row differs. */
    public static Map<String, String> of(Iterable<UUID> athletes) {
        var config = ConfigProvider.getConfig();
        var digests = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
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
}
