package dev.schemaguard.spring.actuate;

import dev.schemaguard.SchemaDriftException;
import dev.schemaguard.SchemaUnverifiedException;
import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import dev.schemaguard.text.Printable;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The endpoint {@code schemaguard}: reading it gives the last report on each DataSource, or on one; writing to it looks now
 * and gives what was found. A report is the JSON that the command line prints, and holds no secret.
 *
 * <p>Looking now is what {@code schema-guard.recheck-interval} does, too: it opens and shuts gates by the same rules.
 */
@Endpoint(id = "schemaguard")
final class SchemaGuardEndpoint {

    private final SchemaGuards guards;

    SchemaGuardEndpoint(SchemaGuards guards) {
        this.guards = guards;
    }

    /** What is known of all DataSources. */
    @ReadOperation
    public Map<String, Object> reports() {
        return described(guards.all());
    }

    /** What is known of one DataSource; {@code null}, and with it 404, if there is none of that name. */
    @ReadOperation
    public @Nullable Map<String, @Nullable Object> report(@Selector String dataSource) {
        return guards.find(dataSource).map(SchemaGuardEndpoint::described).orElse(null);
    }

    /** Looks at all databases now. */
    @WriteOperation
    public Map<String, Object> check() {
        guards.all().forEach(SchemaGuardEndpoint::look);
        return reports();
    }

    /** Looks at one database now; over HTTP it is 400 if there is no DataSource of that name. */
    @WriteOperation
    public Map<String, @Nullable Object> checkOne(@Selector String dataSource) {
        Guarded one = guards.find(dataSource).orElseThrow(() -> unknown(dataSource));
        look(one);
        return described(guards.find(dataSource).orElse(one));
    }

    private InvalidEndpointRequestException unknown(String dataSource) {
        String known = guards.all().stream().map(Guarded::name).collect(Collectors.joining(", "));
        return new InvalidEndpointRequestException(
                "there is no DataSource '" + Printable.line(dataSource) + "', only " + known,
                "no DataSource has that name");
    }

    private static void look(Guarded one) {
        Optional<GuardedDataSource> gate = one.gate();
        try {
            if (gate.isPresent()) {
                gate.get().verifyNow();
            }
        } catch (SchemaDriftException | SchemaUnverifiedException e) {
            // The mode is to throw; what was found is in the state now.
        } catch (SQLException e) {
            throw new IllegalStateException("the check of '" + one.name() + "' was interrupted", e);
        }
    }

    private Map<String, Object> described(List<Guarded> all) {
        Map<String, Object> dataSources = new LinkedHashMap<>();
        all.forEach(one -> dataSources.put(one.name(), described(one)));
        Map<String, Object> answer = new LinkedHashMap<>();
        guards.inactive().ifPresent(reason -> answer.put("reason", reason));
        answer.put("dataSources", dataSources);
        return answer;
    }

    private static Map<String, @Nullable Object> described(Guarded one) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>(GuardedDetails.state(one));
        described.put(
                "report",
                one.lastReport().map(report -> JsonTree.of(report.toJson())).orElse(null));
        return described;
    }
}
