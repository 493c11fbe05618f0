package dev.schemaguard.samples.quarkus;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How many posts there are. */
@Path("/posts")
public class Posts {

    @Inject
    EntityManager entities;

    @GET
    public long count() {
        return entities.createQuery("select count(p.quality) from Post p", Long.class)
                .getSingleResult();
    }
}
