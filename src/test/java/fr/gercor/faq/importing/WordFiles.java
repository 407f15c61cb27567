package fr.gercor.faq.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes Word documents as Word writes them, no larger than they need to be. */
final class WordFiles {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml"
              ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            <Override PartName="/word/styles.xml"
              ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
            </Types>""";
    private static final String PACKAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Target="word/document.xml"
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>""";
    private static final String PARTS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Target="styles.xml"
              Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
            </Relationships>""";
    private static final String STYLES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
            </w:styles>""";
    private static final String WORD_NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private WordFiles() {}

    /** @param paragraphs in the words of Word: {@link #paragraph} and {@link #titled} */
    static Path document(Path file, String... paragraphs) throws IOException {
        return withBody(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <w:document xmlns:w="%s"><w:body>%s</w:body></w:document>""".formatted(WORD_NAMES, String.join("", paragraphs)));
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    static String titled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    /** A document whose main part is {@code xml}, whatever it is. */
    static Path withBody(Path file, String xml) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            parts(zip);
            entry(zip, "word/document.xml", xml);
        }
        return file;
    }

    /** A document whose main part is {@code megabytes} of one letter. */
    static Path bomb(Path file, int megabytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            parts(zip);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] megabyte = "a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                zip.write(megabyte);
            }
            zip.closeEntry();
        }
        return file;
    }

    private static void parts(ZipOutputStream zip) throws IOException {
        entry(zip, "[Content_Types].xml", TYPES);
        entry(zip, "_rels/.rels", PACKAGE);
        entry(zip, "word/_rels/document.xml.rels", PARTS);
        entry(zip, "word/styles.xml", STYLES);
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, xml);
        zip.closeEntry();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
