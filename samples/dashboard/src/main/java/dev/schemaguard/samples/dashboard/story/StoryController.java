package dev.schemaguard.samples.dashboard.story;

import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buttons that act on the database. They go past the application, which learns of it like any other. */
@RestController
class StoryController {

    private final StoryDatabase database;

    StoryController(StoryDatabase database) {
        this.database = database;
    }

    @GetMapping("/story")
    Scene scene() {
        return new Scene(database.release(), database.isRunning());
    }

    @PostMapping("/story/migration")
    Scene migrate() {
        database.migrate();
        return scene();
    }

    @PostMapping("/story/stop")
    Scene stop() {
        database.stop();
        return scene();
    }

    @PostMapping("/story/start")
    Scene start() throws IOException {
        database.start();
        return scene();
    }

    /**
     * Where the story stands.
     *
     * @param release the release that the database has the schema of
     * @param running whether its server runs
     */
    record Scene(String release, boolean running) {}
}
