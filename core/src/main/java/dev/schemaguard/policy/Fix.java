package dev.schemaguard.policy;

import java.util.List;

/**
 * A statement that would cure a finding, or part of the way.
 *
 * @param sql the statement, without a semicolon
 * @param hazards what it does to a running system, for people
 * @param destructive whether it loses data
 */
public record Fix(String sql, List<String> hazards, boolean destructive) {

    public Fix {
        hazards = List.copyOf(hazards);
    }
}
