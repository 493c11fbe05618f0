package dev.schemaguard.spring.datajdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;

/** Repositories as Spring Data registers them where it is the only kind there is, so that entities need no annotation. */
class MappingBeansTest {

    record Note(Long id) {}

    record Tag(Long id) {}

    record Summary(String label, long notes) {}

    record Page(String title) {}

    interface Notes extends CrudRepository<Note, Long> {

        @Query("select * from note where id = 1")
        Note first();
    }

    interface Tags extends Repository<Tag, Long> {

        List<Tag> findByIdGreaterThan(long id);
    }

    /** Its rows are of no table. */
    interface Summaries extends Repository<Summary, String> {

        @Query("select label, count(*) as notes from tag group by label")
        List<Summary> all();

        default int count() {
            return all().size();
        }
    }

    /** Written by the application. */
    interface Paged {

        List<Page> pages(int size);
    }

    interface Pages extends Repository<Page, String>, Paged {}

    @Test
    void takesThoseTypesForTablesOfWhichARepositoryMakesStatements() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("managed", RelationalManagedTypes.empty());
        for (Class<?> repository : List.of(Notes.class, Tags.class, Summaries.class, Pages.class)) {
            RootBeanDefinition definition = new RootBeanDefinition(JdbcRepositoryFactoryBean.class);
            definition.getConstructorArgumentValues().addGenericArgumentValue(repository);
            definition.setAttribute(FactoryBean.OBJECT_TYPE_ATTRIBUTE, repository);
            beans.registerBeanDefinition(repository.getSimpleName(), definition);
        }

        assertThat(new MappingBeans(beans).aggregates()).containsExactlyInAnyOrder(Note.class, Tag.class);
    }
}
