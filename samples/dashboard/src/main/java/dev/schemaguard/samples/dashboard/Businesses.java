package dev.schemaguard.samples.dashboard;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of businesses, in the statements of release 42. */
@Repository
public class Businesses {

    private static final String POSTS = """
            select title, (quality ->> 'score')::integer as score
            from posts where business_id = ? order by id
            """;

    private static final String REELS = """
            select p.title, r.state
            from reel_jobs r join posts p on p.id = r.post_id
            where p.business_id = ? order by r.id
            """;

    private final JdbcClient database;

    Businesses(JdbcClient database) {
        this.database = database;
    }

    /** The businesses of an owner. */
    public List<Business> of(String owner) {
        return database.sql("select id, name, owner from businesses where owner = ? order by id")
                .param(owner)
                .query(Business.class)
                .list();
    }

    /** One business, if there is one of that number. */
    public Optional<Business> find(long id) {
        return database.sql("select id, name, owner from businesses where id = ?")
                .param(id)
                .query(Business.class)
                .optional();
    }

    /** All that its page shows. */
    public BusinessPage page(Business business) {
        return new BusinessPage(
                business.name(),
                database.sql(POSTS)
                        .param(business.id())
                        .query(BusinessPage.Post.class)
                        .list(),
                database.sql(REELS)
                        .param(business.id())
                        .query(BusinessPage.ReelJob.class)
                        .list());
    }
}
