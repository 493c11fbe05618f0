package dev.schemaguard.source.liquibase;

import dev.schemaguard.ddl.DdlReplay;
import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.input.ReadingDeadline;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.input.SourceText;
import dev.schemaguard.model.Origin;
import dev.schemaguard.text.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Takes the change sets of a changelog in the order in which Liquibase would run them over an empty database. Of Liquibase only
 * what reads changelogs and renders SQL is used: none of its commands, so that nothing is logged, printed or reported.
 */
final class Changelog {

    private final ChangelogPlace place;
    private final Map<String, String> parameters;
    private final Contexts contexts;
    private final LabelExpression labels;

    Changelog(ChangelogPlace place, Map<String, String> parameters, String contexts, String labels) {
        this.place = place;
        this.parameters = parameters;
        this.contexts = new Contexts(contexts);
        this.labels = new LabelExpression(labels);
    }

    /** Runs all change sets over the schema in the making. */
    void run(DdlReplay replay, Dialect dialect) {
        Map<String, Object> quiet = Map.of(
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
        try {
            Scope.child(quiet, () -> read(replay, dialect));
        } catch (SchemaSourceException e) {
            throw e;
        } catch (Exception e) {
            throw new SchemaSourceException(
                    Origin.of(place.location()),
                    "Liquibase cannot read the changelog (" + firstLine(e) + ")",
                    "correct the changelog, or check from which folder it names what it includes",
                    e);
        }
    }

    private void read(DdlReplay replay, Dialect dialect) throws Exception {
        ResourceAccessor resources = ChangelogResources.of(place);
        try {
            Database database = offline(dialect, resources);
            List<ChangeSetFilter> filters = List.of(
                    new ContextChangeSetFilter(contexts),
                    new LabelChangeSetFilter(labels),
                    new DbmsChangeSetFilter(database),
                    new IgnoreChangeSetFilter());
            Map<String, Object> own = Map.of(
                    Scope.Attr.resourceAccessor.name(),
                    resources,
                    Scope.Attr.classLoader.name(),
                    new StandIns(Scope.getCurrentScope().getClassLoader()));
            Scope.child(own, () -> {
                RanChangeSets ran = new RanChangeSets();
                for (ChangeSet changeSet : parse(database, resources).getChangeSets()) {
                    if (filters.stream()
                            .allMatch(filter -> filter.accepts(changeSet).isAccepted())) {
                        run(changeSet, database, replay, ran);
                    }
                }
            });
        } finally {
            resources.close();
        }
        replay.endSession();
    }

    private static Database offline(Dialect dialect, ResourceAccessor resources) throws LiquibaseException {
        String url = "offline:" + dialect.name() + "?outputLiquibaseSql=none";
        return DatabaseFactory.getInstance().openDatabase(url, null, null, null, resources);
    }

    private DatabaseChangeLog parse(Database database, ResourceAccessor resources) throws LiquibaseException {
        ChangeLogParameters given = new ChangeLogParameters(database);
        given.setContexts(contexts);
        given.setLabels(labels);
        parameters.forEach(given::set);
        return ChangeLogParserFactory.getInstance()
                .getParser(place.path(), resources)
                .parse(place.path(), given, resources);
    }

    private static void run(ChangeSet changeSet, Database database, DdlReplay replay, RanChangeSets ran) {
        ReadingDeadline.check(() -> Origin.of(changeSet.toString(false)));
        Optional<Boolean> runs = new Preconditions(replay, database, ran, changeSet).hold();
        ran.add(changeSet, runs);
        if (runs.isPresent() && !runs.get()) {
            return;
        }
        RenderedChangeSet rendered = RenderedChangeSet.of(changeSet, database);
        SourceText text = SourceText.made(rendered.name(), rendered.sql());
        if (runs.isPresent()) {
            replay.include(text);
        } else {
            replay.doubt(text, "whether this change set runs hangs on a precondition that only a database can tell");
        }
        rendered.gaps().forEach(reason -> replay.unreadable(Origin.of(rendered.name()), reason));
    }

    /** Liquibase's messages go on with stacks of causes; the first line says what is wrong. */
    private static String firstLine(Exception failure) {
        return Secrets.said(
                String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }
}
