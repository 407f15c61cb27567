package fr.gercor.faq.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads a Word document with Tika, its pictures and attachments aside, into the HTML that Tika makes of it. */
final class WordReader {

    /** What a document may hold once it is unpacked, in bytes. */
    private static final long MOST_UNPACKED = 200_000_000;

    /** From this many bytes on, an entry that unpacks to over a hundred times its size is a bomb and no text. */
    private static final long WORTH_A_LOOK = 10_000_000;

    private static final long MOST_TIMES_ITS_SIZE = 100;
    private static final int MOST_ENTRIES = 10_000;
    private static final String BODY = "word/document.xml";

    private WordReader() {}

    /** A document of Word 2007 and later. */
    static String docx(Path file) throws RefusedFileException, IOException {
        reportBomb(file);
        return html(file, new OOXMLParser());
    }

    /** A document of Word 97 and later. */
    static String doc(Path file) throws RefusedFileException, IOException {
        return html(file, new OfficeParser());
    }

    private static String html(Path file, Parser parser) throws RefusedFileException, IOException {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        ContentHandler written = new ToHTMLContentHandler();
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, new SecureContentHandler(written, in), new Metadata(), context);
            return written.toString();
        } catch (EncryptedDocumentException e) {
            throw new RefusedFileException("it is locked by a password: save it without one", e);
        } catch (SAXException | TikaException e) {
            throw new RefusedFileException(
                    "Word's format can't be read in it (" + firstLine(e) + "): save it again as .docx", e);
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Unpacks every entry without keeping it, for what an archive says of its own sizes may be a lie. */
    private static void reportBomb(Path file) throws RefusedFileException, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(BODY) == null) {
                throw new RefusedFileException(
                        "it is an archive and no Word document: unpack it, and import its pages");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw new RefusedFileException("it holds " + zip.size() + " entries, as no Word document does");
            }
            long unpacked = 0;
            byte[] buffer = new byte[64 * 1024];
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                long size = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    int count = in.read(buffer);
                    while (count >= 0) {
                        size += count;
                        boolean swollen = size > WORTH_A_LOOK && size > MOST_TIMES_ITS_SIZE * entry.getCompressedSize();
                        if (swollen || unpacked + size > MOST_UNPACKED) {
                            throw new RefusedFileException("it is a bomb: " + entry.getName() + " unpacks to over "
                                    + (unpacked + size) / 1_000_000 + " MB");
                        }
                        count = in.read(buffer);
                    }
                }
                unpacked += size;
            }
        } catch (ZipException e) {
            throw new RefusedFileException(
                    "its archive is damaged (" + e.getMessage() + "): save it again as .docx", e);
        }
    }

    /** Pictures and attachments are not brought in, so nothing of them is parsed. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
