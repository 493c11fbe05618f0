package dev.schemaguard.source;

import dev.schemaguard.dialect.Dialect;
import dev.schemaguard.model.Schema;

/** Expectation from a contract written by hand. */
record ContractSource(Schema contract) implements SchemaSource {

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public Schema load(Dialect dialect) {
        return dialect.spell(contract);
    }
}
