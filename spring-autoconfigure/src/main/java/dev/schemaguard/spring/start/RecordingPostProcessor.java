package dev.schemaguard.spring.start;

import dev.schemaguard.recording.StatementRecorder;
import javax.sql.DataSource;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Puts the recorder that all tests share directly around each DataSource, behind whatever else is put there. */
final class RecordingPostProcessor implements BeanPostProcessor {

    /** A routing DataSource sends nothing by itself, and a scoped one is replaced behind its proxy. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                        && !(bean instanceof AbstractRoutingDataSource)
                        && !ScopedProxyUtils.isScopedTarget(name)
                ? StatementRecorder.shared().wrap(dataSource)
                : bean;
    }
}
