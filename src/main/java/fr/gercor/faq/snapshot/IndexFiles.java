package fr.gercor.faq.snapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/** Reads and writes a Lucene index that is held in memory. */
public final class IndexFiles {

    private IndexFiles() {}

    /** Writes all files of an index. */
    public static void write(Directory directory, DataOutput out) throws IOException {
        String[] files = directory.listAll();
        out.writeInt(files.length);
        for (String file : files) {
            try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
                byte[] bytes = new byte[Math.toIntExact(in.length())];
                in.readBytes(bytes, 0, bytes.length);
                out.writeUTF(file);
                Numbers.write(bytes, out);
            }
        }
    }

    /** The index in memory. */
    public static Directory read(DataInput in) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        for (int files = in.readInt(); files > 0; files--) {
            String file = in.readUTF();
            byte[] bytes = Numbers.bytes(in);
            try (IndexOutput out = directory.createOutput(file, IOContext.DEFAULT)) {
                out.writeBytes(bytes, bytes.length);
            }
        }
        return directory;
    }
}
