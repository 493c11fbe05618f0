package dev.schemaguard.hibernate.start;

import java.util.List;
import org.hibernate.HibernateException;

/** Settings that mean nothing, all of them at once; its message says what they were and what they may be. */
public final class InvalidSettingsException extends HibernateException {

    private static final long serialVersionUID = 1L;

    InvalidSettingsException(String unit, List<String> problems) {
        super("persistence unit '" + unit + "': " + String.join("; ", problems));
    }
}
