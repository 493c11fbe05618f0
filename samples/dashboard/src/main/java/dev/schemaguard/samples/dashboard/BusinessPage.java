package dev.schemaguard.samples.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the page of a business shows. */
public record BusinessPage(String name, List<Post> posts, List<ReelJob> reels) {

    /** Copies the lists. */
    public BusinessPage {
        posts = List.copyOf(posts);
        reels = List.copyOf(reels);
    }

    /**
     * A post.
     *
     * @param score its quality, new in release 42; {@code null} while nobody has rated it
     */
    public record Post(String title, @Nullable Integer score) {}

    /** A reel that is being made of a post; new in release 42. */
    public record ReelJob(String title, String state) {}
}
