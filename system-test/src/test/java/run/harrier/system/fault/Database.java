package run.harrier.system.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/** The database of one service, as its owner sees it. */
record Database(StackConfig config, Part service) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(config.jdbcUrl(service), service.database(), service.database());
    }

    /** Each row by the names of its columns. A list is passed as an array of ids. */
    List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (var connection = connect()) {
            return rows(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The only column of the only row. */
    long number(String sql, Object... parameters) {
        return ((Number) rows(sql, parameters).getFirst().values().iterator().next()).longValue();
    }

    /** The first column of each row. */
    List<Object> column(String sql, Object... parameters) {
        return rows(sql, parameters).stream()
                .map(row -> row.values().iterator().next())
                .toList();
    }

    static List<Map<String, Object>> rows(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(
                        i + 1,
                        parameters[i] instanceof List<?> ids
                                ? connection.createArrayOf("uuid", ids.toArray(UUID[]::new))
                                : parameters[i]);
            }
            var found = query.executeQuery();
            var rows = new ArrayList<Map<String, Object>>();
            while (found.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
