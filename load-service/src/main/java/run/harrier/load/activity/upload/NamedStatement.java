package run.harrier.load.activity.upload;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement with parameters by name, {@code #{athlete}}, instead of by number; a name may occur many times.
 *
 * @param sql with {@code $1}, {@code $2}, … for the names in their order
 */
record NamedStatement(String sql, List<String> names) {
    private static final Pattern PARAMETER = Pattern.compile("#\\{(\\w+)}");

    static NamedStatement of(String text) {
        var names = new ArrayList<String>();
        var sql = PARAMETER.matcher(text).replaceAll(parameter -> {
            var name = parameter.group(1);
            if (!names.contains(name)) {
                names.add(name);
            }
            return "\\$" + (names.indexOf(name) + 1);
        });
        return new NamedStatement(sql, List.copyOf(names));
    }

    /** @param values one for each name, and no other */
    Uni<RowSet<Row>> execute(SqlClient client, Map<String, @Nullable Object> values) {
        if (values.size() != names.size()) {
            throw new IllegalArgumentException(values.keySet() + " for " + names);
        }
        var parameters = new ArrayList<@Nullable Object>();
        for (var name : names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for " + name);
            }
            parameters.add(values.get(name));
        }
        return client.preparedQuery(sql).execute(Tuple.from(parameters));
    }
}
