package dev.schemaguard.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobTest {

    @Test
    void matchesTheWholeNameWhetherOrNotItHasWildcards() {
        assertThat(new Glob("posts").matches("posts")).isTrue();
        assertThat(new Glob("posts").matches("posts2")).isFalse();
        assertThat(new Glob("p.sts").matches("posts")).isFalse();
        assertThat(new Glob("post?").matches("posts")).isTrue();
        assertThat(new Glob("*_old").matches("posts_old")).isTrue();
        assertThat(new Glob("*_old").matches("posts_old2")).isFalse();
    }

    @Test
    void matchesANameWithItsSchemaToo() {
        ObjectName name = ObjectName.of("app", "posts");

        assertThat(new Glob("posts").matches(name)).isTrue();
        assertThat(new Glob("app.posts").matches(name)).isTrue();
        assertThat(new Glob("app.*").matches(name)).isTrue();
        assertThat(new Glob("app").matches(name)).isFalse();
        assertThat(new Glob("app.posts").matches(ObjectName.of("posts"))).isFalse();
    }
}
