package dev.schemaguard.jdbc.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * How a gate stands in front of its DataSource.
 *
 * @param name by what name the fields of log lines tell the DataSource from others
 * @param mode what to do about drift, and about not knowing
 * @param waiting how long the first look goes on, and what pauses it makes; a shut gate keeps the same pauses
 * @param timeout how long a single look may take, connecting included
 * @param recheckEvery how often to look again in the background, if at all
 * @param shutOnLaterDrift whether drift that is found later shuts a gate that was open
 * @param firstRefusalIsTold whether whoever asked shows a first refusal himself
 * @param onlyLooking whether nobody takes connections through the gate
 * @param listener who hears what becomes of the gate
 * @param time what tells the time
 */
public record GateSettings(
        Optional<String> name,
        Mode mode,
        WaitSettings waiting,
        Duration timeout,
        Optional<Duration> recheckEvery,
        boolean shutOnLaterDrift,
        boolean firstRefusalIsTold,
        boolean onlyLooking,
        SchemaGuardListener listener,
        TimeSource time) {

    GateRules rules() {
        return new GateRules(mode, shutOnLaterDrift, waiting);
    }

    /** Whether a shut gate looks again by itself: whoever sends no more work to what is shut does not ask for connections either. */
    boolean looksUntilOpen() {
        return mode == Mode.HOLD || shutOnLaterDrift;
    }
}
