package run.harrier.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a service's database holds, table by table: two that are equal hold the same rows. Left out is what passes
 * through (the outbox, whose numbers {@code outbox_head} keeps, and the inbox), and the answers kept for an
 * {@code Idempotency-Key}.
 */
public record DatabaseRows(Map<String, String> tables) {

    /** The database of the {@code @QuarkusTest} that asks. */
    public static Connection database() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    /** What the database of the {@code @QuarkusTest} that asks holds now. */
    public static DatabaseRows now() {
        try (var database = database()) {
            return in(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DatabaseRows in(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                      and table_name not in ('outbox', 'inbox', 'shard_confirmation', 'idempotency')
                      and table_name not like 'flyway%'
                    """)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            var tables = new TreeMap<String, String>();
            if (names.isEmpty()) {
                return new DatabaseRows(tables);
            }
            try (var rows = statement.executeQuery(names.stream()
                    .map(name -> "select '%1$s', count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                    .formatted(name)
                            + " from " + name + " t")
                    .collect(Collectors.joining(" union all ")))) {
                while (rows.next()) {
                    tables.put(rows.getString(1), rows.getString(2));
                }
            }
            return new DatabaseRows(tables);
        }
    }

    /** The tables that another time holds otherwise. */
    public List<String> differingFrom(DatabaseRows other) {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().equals(other.tables.get(table.getKey())))
                .map(table -> table.getKey() + ": " + other.tables.get(table.getKey()) + " -> " + table.getValue())
                .toList();
    }
}
