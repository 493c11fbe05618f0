package dev.schemaguard.source;

import dev.schemaguard.database.Database;
import dev.schemaguard.input.SchemaSourceException;
import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Schema;

/** Expectation from a contract written by hand. */
record ContractSource(Schema contract) implements SchemaSource {

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public Schema load(Database database) {
        try {
            return database.dialect().spell(contract);
        } catch (IllegalArgumentException e) {
            throw new SchemaSourceException(
                    Origin.of(name()), String.valueOf(e.getMessage()), "correct the contract", e);
        }
    }
}
