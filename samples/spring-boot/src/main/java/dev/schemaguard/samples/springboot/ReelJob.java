package dev.schemaguard.samples.springboot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A reel that is being made of posts; new in release 42. */
@Entity
@Table(name = "reel_jobs")
class ReelJob {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private State state = State.WAITING;

    /** For Hibernate. */
    protected ReelJob() {}

    @Nullable
    Long id() {
        return id;
    }

    State state() {
        return state;
    }

    /** How far it is. */
    enum State {
        WAITING,
        RENDERING,
        DONE
    }
}
