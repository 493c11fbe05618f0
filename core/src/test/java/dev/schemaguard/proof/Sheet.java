package dev.schemaguard.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a proof found, for people: kept among the build's results, and of a full proof on the console, too. */
public final class Sheet {

    private final String name;
    private final StringBuilder text = new StringBuilder();

    public Sheet(String name) {
        this.name = name;
    }

    public Sheet line(String line) {
        text.append(line).append(System.lineSeparator());
        return this;
    }

    public void keep() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "proof"));
        Files.writeString(folder.resolve(name + ".txt"), text);
        if (Boolean.getBoolean("proof.full")) {
            System.out.print(text);
        }
    }
}
