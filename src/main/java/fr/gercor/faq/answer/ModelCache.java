package fr.gercor.faq.answer;

import fr.gercor.faq.catalogue.Catalogue;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.question.QuestionAnalyser;
import fr.gercor.faq.retrieval.PassageRetriever;
import fr.gercor.faq.snapshot.Numbers;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import org.apache.lucene.util.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was trained, kept on disk under the hash of all that made it, so that a second start trains nothing. A file that can't be read
 * or whose checksum differs is left aside, and training takes place again.
 */
public final class ModelCache {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

    /** Changed whenever analysis, features or training change what is learned from the same files. */
    private static final String RECIPE = "13";

    private static final String SUFFIX = ".model";

    private static final int BUFFER = 1 << 16;

    /** How many versions are kept beside the one in use. */
    private static final int KEPT = 3;

    private final Optional<Path> folder;

    private ModelCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A cache in a folder, which is made when something is first kept. */
    public static ModelCache in(Path folder) {
        return new ModelCache(Optional.of(folder));
    }

    /** No cache: everything is trained anew. */
    public static ModelCache none() {
        return new ModelCache(Optional.empty());
    }

    /**
     * The hash of all that a model is made of. Texts go into it by two checksums and their length: no author can miss an edit by them,
     * and SHA-256 of all five megabytes took a tenth of a start.
     */
    static String version(SourceFolder content, SourceFolder intents, boolean requireValidation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String libraries = Version.LATEST + " " + opennlp.tools.util.Version.currentVersion();
            update(digest, RECIPE + " " + libraries + " " + Understanding.SETTINGS + " " + requireValidation);
            for (SourceFolder folder : List.of(content, intents)) {
                for (SourceFile file : folder.files()) {
                    byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
                    update(
                            digest,
                            "%s %d %d %d"
                                    .formatted(
                                            file.path(),
                                            text.length,
                                            sum(new CRC32(), text),
                                            sum(new Adler32(), text)));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static long sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes, 0, bytes.length);
        return checksum.getValue();
    }

    /** What was trained for {@code version}, where it is whole. */
    Optional<Parts> read(String version) {
        if (folder.isEmpty() || !Files.exists(file(version))) {
            return Optional.empty();
        }
        try {
            verify(file(version));
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file(version)), BUFFER))) {
                CompletableFuture<Content> written = KeptTexts.content(Numbers.bytes(in));
                Catalogue catalogue = KeptTexts.catalogue(Numbers.bytes(in));
                IntentModel model = IntentModel.read(in);
                Learned learned = Learned.trained(model, TextClassifier.read(in));
                QuestionAnalyser analyser = QuestionAnalyser.read(in, catalogue);
                Map<String, Page> pages = new HashMap<>();
                Content content = Beside.result(written);
                content.pages().forEach(page -> pages.put(page.id(), page));
                PassageRetriever forAll = PassageRetriever.read(in, id -> page(id, pages));
                PassageRetriever whole = forAll.readBeyond(in, id -> page(id, pages));
                return Optional.of(Parts.of(
                        content,
                        catalogue,
                        version,
                        analyser,
                        Map.of(Audience.PUBLIC, forAll, Audience.PROFESSIONAL, whole),
                        learned));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The trained model {} can't be read and is trained again: {}", version, e.toString());
            return Optional.empty();
        }
    }

    private static Page page(String id, Map<String, Page> pages) {
        return java.util.Objects.requireNonNull(pages.get(id), id);
    }

    /** Before anything is read: a length that is wrong would ask for more memory than there is. */
    private static void verify(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long end = channel.size() - Long.BYTES;
            if (end < 0) {
                throw new IOException("it ends early");
            }
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            CRC32C sum = new CRC32C();
            sum.update(bytes.slice(0, Math.toIntExact(end)));
            if (bytes.getLong(Math.toIntExact(end)) != sum.getValue()) {
                throw new IOException("its checksum differs");
            }
        }
    }

    /** Keeps what was trained; a disk that is full is said in the log, and nothing else changes. */
    void write(Parts trained) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Path part = Files.createTempFile(folder.get(), trained.version(), ".part");
            try (CheckedOutputStream checked = new CheckedOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(part), BUFFER), new CRC32C());
                    DataOutputStream out = new DataOutputStream(checked)) {
                Numbers.write(KeptTexts.bytes(trained.content()), out);
                Numbers.write(KeptTexts.bytes(trained.catalogue()), out);
                trained.learned().model().write(out);
                trained.learned().concerns().orElseThrow().write(out);
                trained.analyser().write(out);
                PassageRetriever forAll = trained.retriever(Audience.PUBLIC);
                forAll.write(out);
                trained.retriever(Audience.PROFESSIONAL).writeBeyond(forAll, out);
                out.flush();
                out.writeLong(checked.getChecksum().getValue());
            }
            Files.move(
                    part, file(trained.version()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forgetOld();
        } catch (IOException e) {
            LOG.warn("The trained model can't be kept, so the next start trains again: {}", e.toString());
        }
    }

    private void forgetOld() throws IOException {
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(java.util.Comparator.comparing(ModelCache::age).reversed())
                    .skip(KEPT)
                    .forEach(file -> {
                        try {
                            Files.deleteIfExists(file);
                        } catch (IOException e) {
                            LOG.debug("An old model stays on disk", e);
                        }
                    });
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private Path file(String version) {
        return folder.orElseThrow().resolve(version + SUFFIX);
    }
}
