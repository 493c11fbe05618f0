package dev.schemaguard.source.liquibase;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stands in for the classes of custom changes that are not on the class path. Liquibase 4 makes an instance of each while it
 * reads a changelog; what such a change does is never asked here, so that a class without any body is enough.
 */
final class StandIns extends ClassLoader {

    /** Java 8, the oldest that Liquibase 4 runs on (JVM specification, 4.1). */
    private static final int VERSION = 52;

    private static final int PUBLIC = 0x0001;
    private static final int PUBLIC_SUPER = 0x0021;

    StandIns(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> findClass(String name) {
        byte[] bytes = emptyClass(name.replace('.', '/'));
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A class file with a constructor that does nothing (JVM specification, 4). */
    private static byte[] emptyClass(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xCAFEBABE);
            out.writeInt(VERSION);
            constants(out, name);
            out.writeShort(PUBLIC_SUPER);
            out.writeShort(2);
            out.writeShort(4);
            out.writeShort(1);
            out.writeShort(11);
            out.writeShort(0);
            out.writeShort(1);
            constructor(out);
            out.writeShort(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void constants(DataOutputStream out, String name) throws IOException {
        out.writeShort(12);
        utf8(out, name);
        reference(out, 7, 1);
        utf8(out, "java/lang/Object");
        reference(out, 7, 3);
        utf8(out, "<init>");
        utf8(out, "()V");
        utf8(out, "Code");
        reference(out, 12, 5, 6);
        reference(out, 10, 4, 8);
        utf8(out, "liquibase/change/custom/CustomChange");
        reference(out, 7, 10);
    }

    private static void constructor(DataOutputStream out) throws IOException {
        out.writeShort(PUBLIC);
        out.writeShort(5);
        out.writeShort(6);
        out.writeShort(1);
        out.writeShort(7);
        out.writeInt(17);
        out.writeShort(1);
        out.writeShort(1);
        out.writeInt(5);
        // aload_0, invokespecial Object.<init>, return
        out.write(new byte[] {0x2A, (byte) 0xB7, 0, 9, (byte) 0xB1});
        out.writeShort(0);
        out.writeShort(0);
    }

    private static void utf8(DataOutputStream out, String text) throws IOException {
        out.writeByte(1);
        out.writeUTF(text);
    }

    private static void reference(DataOutputStream out, int tag, int... indexes) throws IOException {
        out.writeByte(tag);
        for (int index : indexes) {
            out.writeShort(index);
        }
    }
}
