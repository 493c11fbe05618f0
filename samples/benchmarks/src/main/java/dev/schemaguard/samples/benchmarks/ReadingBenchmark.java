package dev.schemaguard.samples.benchmarks;

import dev.schemaguard.database.Databases;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Schema;
import dev.schemaguard.source.migrations.DdlSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A script read into a schema, beside JSqlParser that only parses its statements, which it gets cut already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {

    /** What is read. */
    @Param
    public DdlText text = DdlText.TABLES;

    private List<String> statements = List.of();
    private String script = "";

    /** Writes the script. */
    @Setup
    public void write() {
        statements = text.statements();
        script = String.join(";\n", statements) + ";\n";
    }

    /** Reads the script into a schema: split, read, replayed. */
    @Benchmark
    public Schema schemaGuard() {
        return DdlSource.of(SourceText.text("script.sql", script)).load(Databases.assumed());
    }

    /** Parses the statements one by one, in this thread. */
    @Benchmark
    public void jsqlparser(Blackhole parsed) throws ParseException {
        for (String statement : statements) {
            parsed.consume(CCJSqlParserUtil.newParser(statement).Statement());
        }
    }
}
