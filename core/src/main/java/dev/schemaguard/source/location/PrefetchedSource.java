package dev.schemaguard.source.location;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.inspect.TableDigests;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.SchemaSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Expectation that is read beside whatever else goes on, before anybody asks for it. */
public final class PrefetchedSource implements SchemaSource {

    private final SchemaSource source;
    private final Database database;
    private final FutureTask<Read> reading;

    private PrefetchedSource(SchemaSource source, Database database, Callable<Read> reading) {
        this.source = source;
        this.database = database;
        this.reading = new FutureTask<>(reading);
    }

    /** The same expectation, the reading of which begins now. */
    public static PrefetchedSource begin(SchemaSource source, Database database) {
        return begun(new PrefetchedSource(source, database, () -> Read.of(source, database)));
    }

    /** The same, which gives up by itself when the time that it may take, from now on, is over, and tells how far it got. */
    public static PrefetchedSource begin(SchemaSource source, Database database, Duration time) {
        return begun(new PrefetchedSource(
                source, database, () -> ReadingDeadline.within(time, () -> Read.of(source, database))));
    }

    private static PrefetchedSource begun(PrefetchedSource ahead) {
        Thread reader = new Thread(ahead.reading, "schema-guard-reader");
        reader.setDaemon(true);
        reader.start();
        return ahead;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Schema load(Database asked) {
        return read(asked).flatMap(Read::schema).orElseGet(() -> source.load(asked));
    }

    @Override
    public List<TableDigests> digests(Database asked) {
        return read(asked).map(Read::digests).orElseGet(() -> source.digests(asked));
    }

    @Override
    public String unread(int count) {
        return source.unread(count);
    }

    /** Several are read when they are asked for. */
    @Override
    public List<SchemaSource> parts() {
        List<SchemaSource> parts = source.parts();
        return parts.size() > 1 ? parts : List.of(this);
    }

    /** What was read ahead; empty where it is to be read anew. */
    private Optional<Read> read(Database asked) {
        if (!asked.name().equals(database.name())) {
            return Optional.empty();
        }
        try {
            Optional<Duration> left = ReadingDeadline.timeLeft();
            return Optional.of(
                    left.isEmpty() ? reading.get() : reading.get(left.get().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SchemaSourceException failure && failure.isTimeUp()) {
                throw failure;
            }
            // Failures are told as if they happened now; reading again tells them with the caller's own stack.
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            reading.cancel(true);
            throw ReadingDeadline.passed(Origin.of(name()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AheadSource[" + source + "]";
    }

    /**
     * What was read ahead.
     *
     * @param digests the digests
     * @param schema the expectation itself; empty where there are digests, which nearly always are enough
     */
    private record Read(List<TableDigests> digests, Optional<Schema> schema) {

        static Read of(SchemaSource source, Database database) {
            List<TableDigests> digests = source.digests(database);
            return new Read(digests, digests.isEmpty() ? Optional.of(source.load(database)) : Optional.empty());
        }
    }
}
