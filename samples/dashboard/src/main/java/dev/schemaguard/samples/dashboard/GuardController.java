package dev.schemaguard.samples.dashboard;

import dev.schemaguard.jdbc.GuardedDataSource;
import dev.schemaguard.jdbc.gate.Mode;
import dev.schemaguard.report.DriftReport;
import dev.schemaguard.report.ReportFormat;
import dev.schemaguard.spring.SchemaGuards;
import dev.schemaguard.spring.SchemaGuards.Guarded;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the guard says, for the people who run the application. */
@RestController
class GuardController {

    private final SchemaGuards guards;

    GuardController(SchemaGuards guards) {
        this.guards = guards;
    }

    @GetMapping("/guard")
    Guard guard() {
        String mode = guarded()
                .flatMap(Guarded::gate)
                .map(GuardedDataSource::mode)
                .map(Mode::id)
                .orElse("off");
        return report().map(
                        report -> new Guard(mode, report.verdict().name().toLowerCase(Locale.ROOT), report.toString()))
                .orElseGet(() -> new Guard(mode, "", "nobody looks"));
    }

    @GetMapping(path = "/guard/report", produces = MediaType.TEXT_HTML_VALUE)
    String page() {
        return report().map(report -> report.to(ReportFormat.HTML))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nobody has looked"));
    }

    private Optional<Guarded> guarded() {
        return guards.find("dataSource");
    }

    private Optional<DriftReport> report() {
        return guarded().flatMap(Guarded::lastReport);
    }

    /**
     * What the strip shows.
     *
     * @param verdict empty where nobody has looked
     * @param says the report's headline
     */
    record Guard(String mode, String verdict, String says) {}
}
