package fr.gercor.faq.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/**
 * The text of a file in any charset: the one that it is marked with, the one that it declares, or the one that Tika finds. A text
 * that its charset can't read, or that an earlier conversion has spoilt, is refused rather than brought in damaged.
 */
final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How far into a file a declaration of its charset is looked for, in bytes. */
    private static final int DECLARED_WITHIN = 4096;

    private static final Pattern DECLARATION =
            Pattern.compile("(?i)(?:<\\?xml[^>]*?encoding|<meta[^>]*?charset)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    /** « é » and its like, written in UTF-8 and read as one byte each: twice is no chance. */
    private static final Pattern READ_TWICE =
            Pattern.compile("(?:Ã[\u00a0-\u00bf].*?){2}|â€[™œ\u009d\u0153\u201c\u201d\u2122]", Pattern.DOTALL);

    private TextDecoder() {}

    /**
     * The text in Unicode's NFC, lines ending in {@code \n}.
     *
     * @throws RefusedFileException if no charset reads it whole
     */
    static String decode(byte[] bytes) throws RefusedFileException {
        Marked marked = marked(bytes);
        Charset charset = marked.charset.isPresent() ? marked.charset.get() : charset(bytes);
        String text = strictly(bytes, marked.length, charset);
        reportSpoilt(text, charset);
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /**
     * The mark at the beginning of a file.
     *
     * @param length in bytes
     */
    private record Marked(Optional<Charset> charset, int length) {}

    private static Marked marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Marked(Optional.of(StandardCharsets.UTF_8), 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new Marked(Optional.of(StandardCharsets.UTF_16LE), 2);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new Marked(Optional.of(StandardCharsets.UTF_16BE), 2);
        }
        return new Marked(Optional.empty(), 0);
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] bytes) throws RefusedFileException {
        Optional<Charset> declared = declared(bytes);
        boolean unicode = isReadBy(StandardCharsets.UTF_8, bytes);
        if (declared.isPresent()) {
            // Servers used to convert pages to UTF-8 without touching what they declare; chance does not make valid
            // UTF-8.
            return unicode ? StandardCharsets.UTF_8 : declared.get();
        }
        if (unicode && !holdsZeros(bytes)) {
            return StandardCharsets.UTF_8;
        }
        return found(bytes);
    }

    private static Optional<Charset> declared(byte[] bytes) throws RefusedFileException {
        int length = Math.min(bytes.length, DECLARED_WITHIN);
        Matcher declaration = DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!declaration.find()) {
            return Optional.empty();
        }
        String name = declaration.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(
                switch (name) {
                    // Browsers read all three as windows-1252, and so was written what declares them.
                    case "iso-8859-1", "latin1", "us-ascii", "ascii" -> WINDOWS;
                    // The declaration itself was read byte by byte.
                    case "utf-16", "utf-16le", "utf-16be", "unicode" -> StandardCharsets.UTF_8;
                    default -> named(name);
                });
    }

    private static Charset named(String name) throws RefusedFileException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RefusedFileException(
                    "it declares the charset " + name + ", which does not exist: save it as UTF-8", e);
        }
    }

    private static Charset found(byte[] bytes) throws RefusedFileException {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        if (match == null) {
            return WINDOWS;
        }
        String name = match.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("iso-8859-1") && !name.startsWith("iso-8859-15") ? WINDOWS : named(name);
    }

    private static boolean holdsZeros(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReadBy(Charset charset, byte[] bytes) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String strictly(byte[] bytes, int from, Charset charset) throws RefusedFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(
                (int) ((bytes.length - from) * (double) charset.newDecoder().maxCharsPerByte()) + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = from; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new RefusedFileException("its charset is broken: byte " + (in.position() + 1) + ", on line " + line
                    + ", is not " + charset.name() + ": save it again as UTF-8");
        }
        return out.flip().toString();
    }

    private static void reportSpoilt(String text, Charset charset) throws RefusedFileException {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new RefusedFileException("its charset is broken: line " + lineOf(text, text.indexOf('\uFFFD'))
                    + " holds a character that an earlier conversion has lost: take the page from its source again");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedFileException("it is not a text: write HTML, Word or plain text");
        }
        Matcher twice = READ_TWICE.matcher(text);
        if (twice.find()) {
            throw new RefusedFileException("its charset is broken: line " + lineOf(text, twice.start())
                    + " was converted twice (it is " + charset.name() + " now): take the page from its source again");
        }
    }

    private static long lineOf(String text, int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
