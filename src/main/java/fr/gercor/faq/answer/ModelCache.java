package fr.gercor.faq.answer;

import fr.gercor.faq.intent.ConditionalLogit;
import fr.gercor.faq.intent.IntentModel;
import fr.gercor.faq.intent.LogisticRegression;
import fr.gercor.faq.intent.TextClassifier;
import fr.gercor.faq.source.SourceFile;
import fr.gercor.faq.source.SourceFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
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
    private static final String RECIPE = "9";

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
     * What training gives.
     *
     * @param model with its classifier
     * @param weights learned beside
     * @param concerns tells the concerns of the triage apart
     */
    record Trained(IntentModel model, Weights weights, TextClassifier concerns) {}

    /** The hash of all that a model is made of. */
    static String version(SourceFolder content, SourceFolder intents, boolean requireValidation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String libraries = Version.LATEST + " " + opennlp.tools.util.Version.currentVersion();
            update(digest, RECIPE + " " + libraries + " " + Understanding.SETTINGS + " " + requireValidation);
            for (SourceFolder folder : List.of(content, intents)) {
                for (SourceFile file : folder.files()) {
                    update(digest, file.path());
                    update(digest, file.text());
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

    /** What was trained for {@code version}, where it is whole. */
    Optional<Trained> read(String version) {
        if (folder.isEmpty() || !Files.exists(file(version))) {
            return Optional.empty();
        }
        try {
            verify(file(version));
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file(version)), BUFFER))) {
                Weights weights = readWeights(in);
                IntentModel model = IntentModel.read(in);
                TextClassifier concerns = TextClassifier.read(in);
                return Optional.of(new Trained(model, weights, concerns));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The trained model {} can't be read and is trained again: {}", version, e.toString());
            return Optional.empty();
        }
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
    void write(String version, Trained trained) {
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Path part = Files.createTempFile(folder.get(), version, ".part");
            try (CheckedOutputStream checked = new CheckedOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(part), BUFFER), new CRC32C());
                    DataOutputStream out = new DataOutputStream(checked)) {
                writeWeights(trained.weights(), out);
                trained.model().write(out);
                trained.concerns().write(out);
                out.flush();
                out.writeLong(checked.getChecksum().getValue());
            }
            Files.move(part, file(version), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    private static void writeWeights(Weights weights, DataOutput out) throws IOException {
        writeDoubles(weights.labels().weights(), out);
        writeDoubles(weights.sections().weights(), out);
        for (LogisticRegression logit : List.of(weights.confidence(), weights.scope())) {
            for (double[] part : logit.parts()) {
                writeDoubles(part, out);
            }
        }
    }

    private static Weights readWeights(DataInput in) throws IOException {
        return new Weights(
                new ConditionalLogit(readDoubles(in)),
                new ConditionalLogit(readDoubles(in)),
                new LogisticRegression(readDoubles(in), readDoubles(in), readDoubles(in)),
                new LogisticRegression(readDoubles(in), readDoubles(in), readDoubles(in)),
                Understanding.SETTINGS);
    }

    private static void writeDoubles(double[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > 10_000) {
            throw new IOException("it holds a length of " + length);
        }
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
