package dev.schemaguard.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The properties below {@code schema-guard}. */
@ConfigurationProperties("schema-guard")
class SchemaGuardProperties extends GuardSettings {

    /** Whether anything is checked at all. */
    private boolean enabled = true;

    /**
     * Whether to check the database against what the application packages and then exit, with 0, 1 (drifted) or 2
     * (unverified), before anything else is started.
     */
    private boolean checkOnly;

    /** The same settings for single DataSources, by the name of the bean. */
    private Map<String, GuardSettings> dataSources = new LinkedHashMap<>();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isCheckOnly() {
        return checkOnly;
    }

    public void setCheckOnly(boolean checkOnly) {
        this.checkOnly = checkOnly;
    }

    public Map<String, GuardSettings> getDataSources() {
        return dataSources;
    }

    public void setDataSources(Map<String, GuardSettings> dataSources) {
        this.dataSources = dataSources;
    }

    /** What holds for one DataSource: its own settings before the common ones. */
    Settings of(String dataSource) {
        GuardSettings own = dataSources.get(dataSource);
        return own == null
                ? Settings.of("schema-guard", this, this)
                : Settings.of("schema-guard.data-sources." + dataSource, own, this);
    }
}
