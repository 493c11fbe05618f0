package dev.schemaguard.input;

import dev.schemaguard.model.Origin;
import dev.schemaguard.text.Secrets;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text in UTF-8 and where it comes from. It is opened anew for each reading and never held whole; reading it ends with the
 * {@link ReadingDeadline}.
 */
public final class SourceText {

    private final String location;
    private final Content content;
    private final boolean written;

    private SourceText(String location, Content content, boolean written) {
        this.location = location;
        this.content = content;
        this.written = written;
    }

    /**
     * A file. What is no ordinary file, such as a pipe or a device, is not read.
     *
     * @param location what the file is called in reports
     * @param file where it is
     */
    public static SourceText file(String location, Path file) {
        return of(location, () -> InputFile.open(file));
    }

    /**
     * A resource of the class path.
     *
     * @param resource its name, without a leading slash
     * @param loader the class loader that finds it
     */
    public static SourceText classpath(String resource, ClassLoader loader) {
        return of("classpath:" + resource, () -> {
            InputStream stream = loader.getResourceAsStream(resource);
            if (stream == null) {
                throw new NoSuchFileException(resource);
            }
            return stream;
        });
    }

    /**
     * A text that something else opens.
     *
     * @param location what it is called in reports
     * @param opener opens it from its beginning, each time anew
     */
    public static SourceText of(String location, Opener opener) {
        return new SourceText(location, new Bytes(opener), true);
    }

    /**
     * A resource of the class path that is the application's own: where another part of the class path brings one of the same
     * name that says something else, to open it says so, rather than to take whichever stands first.
     *
     * @param resource its name, without a leading slash
     * @param loader the class loader that finds it
     */
    public static SourceText ownOnClasspath(String resource, ClassLoader loader) {
        return of("classpath:" + resource, () -> OwnResource.open(resource, loader));
    }

    /**
     * A text at hand.
     *
     * @param location what it is called in reports
     * @param text the text itself
     */
    public static SourceText text(String location, String text) {
        return new SourceText(location, new Characters(text), true);
    }

    /**
     * A text that a program made, so that its lines mean nothing to people.
     *
     * @param location what it was made from, as it is called in reports
     * @param text the text itself
     */
    public static SourceText made(String location, String text) {
        return new SourceText(location, new Characters(text), false);
    }

    /** Whether its lines are those that somebody wrote. */
    public boolean hasLines() {
        return written;
    }

    /** The same text under another name in reports, such as its path within a folder. */
    public SourceText called(String newLocation) {
        return new SourceText(newLocation, content, written);
    }

    /**
     * The same text, which is refused where it is longer, for those who hold much of it at a time.
     *
     * @param most how many bytes it may have
     */
    public SourceText upTo(long most) {
        return content instanceof Bytes bytes
                ? of(location, () -> InputFile.bounded(bytes.opener().open(), most))
                : this;
    }

    /** What the text is called in reports. */
    public String location() {
        return location;
    }

    /**
     * Opens the text from its beginning. The caller closes it. Reading it throws a {@link SchemaSourceException} where bytes
     * are no UTF-8, and where the {@link ReadingDeadline} has passed.
     *
     * @throws SchemaSourceException if it is not there or may not be read
     */
    public Reader open() {
        try {
            return new BufferedReader(new WatchedReader(this, content.open()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Opens the text as {@link #open}, but for bytes that are no UTF-8: they are read as U+FFFD. For a script, of which only the
     * statement that holds them is in doubt.
     *
     * @throws SchemaSourceException if it is not there or may not be read
     */
    public Reader openTolerantly() {
        try {
            return new BufferedReader(new WatchedReader(this, content.openTolerantly()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The bytes of the text, for who compares texts without understanding them.
     *
     * @param most how many bytes it may have
     * @throws SchemaSourceException if it is not there, may not be read, or is longer
     */
    public byte[] bytes(long most) {
        try (InputStream stream = InputFile.bounded(content.bytes(), most)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The exception for a text that cannot be opened, or not be read to its end. */
    public SchemaSourceException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return unreadable("no such file", "check the location and the working directory", cause);
        }
        if (cause instanceof AccessDeniedException) {
            return unreadable("permission denied", "let this user read the file", cause);
        }
        if (cause instanceof CharacterCodingException) {
            return malformed();
        }
        if (cause instanceof InputException input) {
            return new SchemaSourceException(
                    Origin.of(location, input.line()), String.valueOf(input.getMessage()), input.remedy(), input);
        }
        return unreadable(
                "cannot be read (" + Secrets.said(cause) + ")",
                "check that it is a text in UTF-8 and that the disk is well",
                cause);
    }

    private SchemaSourceException unreadable(String reason, String remedy, IOException cause) {
        return new SchemaSourceException(Origin.of(location), reason, remedy, cause);
    }

    /** Where bytes are no UTF-8 is looked for only when it is known that there are such. */
    private SchemaSourceException malformed() {
        if (!(content instanceof Bytes bytes)) {
            throw new IllegalStateException("the text at hand of " + location + " has no bytes");
        }
        try (InputStream again = bytes.opener().open()) {
            return unreadable(Utf8.malformed(again));
        } catch (IOException e) {
            return unreadable("cannot be read again (" + e.getMessage() + ")", "let nobody change it meanwhile", e);
        }
    }

    /** Opens a text. */
    public interface Opener {

        /** The bytes of the text from its beginning. */
        InputStream open() throws IOException;
    }

    private sealed interface Content {

        Reader open() throws IOException;

        Reader openTolerantly() throws IOException;

        InputStream bytes() throws IOException;
    }

    private record Bytes(Opener opener) implements Content {

        @Override
        public Reader open() throws IOException {
            return Utf8.reader(opener.open());
        }

        @Override
        public Reader openTolerantly() throws IOException {
            return new InputStreamReader(opener.open(), StandardCharsets.UTF_8);
        }

        @Override
        public InputStream bytes() throws IOException {
            return opener.open();
        }
    }

    private record Characters(String text) implements Content {

        @Override
        public Reader open() {
            return new StringReader(text);
        }

        @Override
        public Reader openTolerantly() {
            return open();
        }

        @Override
        public InputStream bytes() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
