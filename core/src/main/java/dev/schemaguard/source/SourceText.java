package dev.schemaguard.source;

import dev.schemaguard.model.Origin;
import dev.schemaguard.model.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text in UTF-8 and where it comes from. It is opened anew for each reading and never held whole. */
public final class SourceText {

    private final String location;
    private final Opener opener;
    private final boolean written;

    private SourceText(String location, Opener opener) {
        this(location, opener, true);
    }

    private SourceText(String location, Opener opener, boolean written) {
        this.location = location;
        this.opener = opener;
        this.written = written;
    }

    /**
     * A file.
     *
     * @param location what the file is called in reports
     * @param file where it is
     */
    public static SourceText file(String location, Path file) {
        return new SourceText(location, () -> utf8(Files.newInputStream(file)));
    }

    /**
     * A resource of the class path.
     *
     * @param resource its name, without a leading slash
     * @param loader the class loader that finds it
     */
    public static SourceText classpath(String resource, ClassLoader loader) {
        return new SourceText("classpath:" + resource, () -> {
            InputStream stream = loader.getResourceAsStream(resource);
            if (stream == null) {
                throw new NoSuchFileException(resource);
            }
            return utf8(stream);
        });
    }

    /**
     * A text at hand.
     *
     * @param location what it is called in reports
     * @param text the text itself
     */
    public static SourceText text(String location, String text) {
        return new SourceText(location, () -> new StringReader(text));
    }

    /**
     * A text that a program made, so that its lines mean nothing to people.
     *
     * @param location what it was made from, as it is called in reports
     * @param text the text itself
     */
    public static SourceText made(String location, String text) {
        return new SourceText(location, () -> new StringReader(text), false);
    }

    /** Whether its lines are those that somebody wrote. */
    public boolean hasLines() {
        return written;
    }

    /** The same text under another name in reports, such as its path within a folder. */
    public SourceText called(String newLocation) {
        return new SourceText(newLocation, opener, written);
    }

    /** What the text is called in reports. */
    public String location() {
        return location;
    }

    /**
     * Opens the text from its beginning. The caller closes it.
     *
     * @throws SchemaSourceException if it is not there or may not be read
     */
    public Reader open() {
        try {
            return new BufferedReader(opener.open());
        } catch (NoSuchFileException e) {
            throw new SchemaSourceException(
                    Origin.of(location), "no such file", "check the location and the working directory", e);
        } catch (AccessDeniedException e) {
            throw new SchemaSourceException(Origin.of(location), "permission denied", "let this user read the file", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The exception for a text that could be opened but not read to its end. */
    public SchemaSourceException unreadable(IOException cause) {
        return new SchemaSourceException(
                Origin.of(location),
                "cannot be read (" + Secrets.said(cause) + ")",
                "check that it is a text in UTF-8 and that the disk is well",
                cause);
    }

    private static Reader utf8(InputStream stream) {
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** Opens the text once. */
    private interface Opener {

        Reader open() throws IOException;
    }
}
