package fr.gercor.faq.review;

import fr.gercor.faq.question.SearchWords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * As many turns as a busy service keeps, the same ones each time: thirty days of them until {@link #END}, four to a conversation, with
 * words as frequent as words are. COPY brings them into PostgreSQL, batches of rows into H2.
 */
final class LoggedTurns {

    static final Instant END = Instant.parse("2026-11-22T09:00:00Z");

    private static final int TURNS_EACH = 4;
    private static final int BATCH = 5_000;

    /** H2 counts what is not committed again at each row. */
    private static final int COMMIT = 250;

    private static final Duration SPAN = Duration.ofDays(30);

    private static final String[] COMMON = {
        "fatigue", "chimiothérapie", "nausées", "traitement", "perfusion", "séance", "douleur", "cheveux", "sommeil",
        "alimentation", "opération", "rayons", "hôpital", "médecin", "effets", "secondaires", "immunothérapie",
                "dormir",
        "fièvre", "travail"
    };
    private static final String[] OUTCOMES = {
        "answer",
        "answer",
        "answer",
        "answer",
        "answer",
        "answer",
        "out_of_scope",
        "out_of_scope",
        "small_talk",
        "clarification"
    };
    private static final String REPLY = "{\"text\":\"" + "x".repeat(700) + "\"}";
    private static final String EXPLANATION = "{\"decision\":\"" + "y".repeat(300) + "\"}";

    private final long count;

    LoggedTurns(long count) {
        this.count = count;
    }

    /** Fills an empty database. */
    void fill(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (connection.isWrapperFor(PGConnection.class)) {
                PGConnection postgres = connection.unwrap(PGConnection.class);
                copy(postgres, CONVERSATION, count / TURNS_EACH, this::conversation);
                copy(postgres, TURN, count, this::turn);
                copyWords(postgres);
                execute(connection, "vacuum analyze");
            } else {
                connection.setAutoCommit(false);
                // Indexes and references are made once the rows are there: row by row takes ten times as long.
                List<String> later = later(connection);
                for (String each : later) {
                    execute(connection, undone(each));
                }
                execute(connection, "set write_delay 2000");
                batches(
                        connection,
                        CONVERSATION,
                        LongStream.range(0, count / TURNS_EACH)
                                .mapToObj(this::conversation)
                                .iterator());
                batches(
                        connection,
                        TURN,
                        LongStream.range(0, count).mapToObj(this::turn).iterator());
                batches(
                        connection,
                        WORD,
                        LongStream.range(0, count)
                                .boxed()
                                .flatMap(i -> words(i).stream())
                                .iterator());
                for (String each : later) {
                    execute(connection, each);
                }
                execute(connection, "analyze");
                connection.commit();
                execute(connection, "set write_delay 0");
            }
        }
    }

    private static final String CONVERSATION = "conversation (id, token_hash, audience, created_at, last_at, next_seq)";
    private static final String TURN =
            "turn (ref, conversation_id, seq, client_id, reply_id, text, reply, explanation, outcome,"
                    + " intent, page, confidence, urgency, rule, lang, content_version, micros, at, vote, searchable)";
    private static final String WORD = "turn_word (ref, word, at)";

    /** The statements that make indexes and references of what is filled, references last. */
    private static List<String> later(Connection connection) throws SQLException {
        List<String> later = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script nodata")) {
            while (lines.next()) {
                String line = lines.getString(1).strip();
                if (line.matches("(?s)CREATE INDEX .* ON \"PUBLIC\"\\.\"(TURN|TURN_WORD)\".*")) {
                    later.add(0, line);
                } else if (line.matches("(?s)ALTER TABLE \"PUBLIC\"\\.\"(TURN|TURN_WORD)\".* FOREIGN KEY.*")) {
                    later.add(line);
                }
            }
        }
        return later;
    }

    private static String undone(String statement) {
        return statement
                .replaceAll("(?s)^CREATE INDEX (\\S+) ON.*", "drop index $1")
                .replaceAll("(?s)^ALTER TABLE (\\S+) ADD CONSTRAINT (\\S+) .*", "alter table $1 drop constraint $2");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Object[] conversation(long i) {
        OffsetDateTime at = at(i * TURNS_EACH);
        return new Object[] {new UUID(i * 0x9E3779B97F4A7C15L, i), "hash", "public", at, at, TURNS_EACH + 1L};
    }

    private @Nullable Object[] turn(long i) {
        Random random = new Random(i);
        random.nextInt();
        boolean urgent = random.nextInt(500) == 0;
        String outcome = urgent ? "urgent" : OUTCOMES[random.nextInt(OUTCOMES.length)];
        int page = random.nextInt(1 + random.nextInt(100));
        double confidence = Math.sqrt(random.nextDouble());
        int vote = random.nextInt(100);
        boolean purged = false;
        long conversation = i / TURNS_EACH;
        return new Object[] {
            i + 1,
            new UUID(conversation * 0x9E3779B97F4A7C15L, conversation),
            i % TURNS_EACH + 1,
            "m-" + i,
            "r-" + i,
            purged ? null : text(i),
            REPLY,
            EXPLANATION,
            outcome,
            "intent-" + page,
            "grand-public/page-" + page,
            confidence,
            urgent ? "medical" : null,
            urgent ? "urgence-" + random.nextInt(10) : null,
            random.nextInt(50) == 0 ? "en" : "fr",
            "version",
            2_000L + random.nextInt(20_000),
            at(i),
            vote == 0 ? "down" : vote < 4 ? "up" : null,
            true
        };
    }

    /** Six words, the common ones often, one in thousands seldom. */
    private static String text(long i) {
        Random random = new Random(~i);
        random.nextInt();
        List<String> words = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            words.add(
                    random.nextInt(3) == 0
                            ? COMMON[random.nextInt(1 + random.nextInt(COMMON.length))]
                            : "mot" + letters(random.nextInt(1 + random.nextInt(5_000))));
        }
        return String.join(" ", words);
    }

    /** A number as letters, since digits would be a word of their own. */
    private static String letters(int number) {
        return Integer.toString(number, 36)
                .chars()
                .map(c -> c <= '9' ? c - '0' + 'q' : c)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private List<Object[]> words(long i) {
        return SearchWords.of(text(i)).stream()
                .map(word -> new Object[] {i + 1, word, at(i)})
                .toList();
    }

    private OffsetDateTime at(long i) {
        return END.minus(SPAN.dividedBy(count).multipliedBy(count - i)).atOffset(ZoneOffset.UTC);
    }

    private static void batches(Connection connection, String table, Iterator<@Nullable Object[]> rows)
            throws SQLException {
        String places = table.replaceAll("[^,]+", "?");
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            int waiting = 0;
            while (rows.hasNext()) {
                Object[] row = rows.next();
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting % COMMIT == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private static void copy(PGConnection connection, String table, long rows, LongFunction<@Nullable Object[]> row)
            throws SQLException, IOException {
        connection
                .getCopyAPI()
                .copyIn(
                        "copy " + table + " from stdin",
                        stream(LongStream.range(0, rows).mapToObj(row::apply).iterator()));
    }

    private void copyWords(PGConnection connection) throws SQLException, IOException {
        connection
                .getCopyAPI()
                .copyIn(
                        "copy " + WORD + " from stdin",
                        stream(LongStream.range(0, count)
                                .boxed()
                                .flatMap(i -> words(i).stream())
                                .iterator()));
    }

    private static InputStream stream(Iterator<@Nullable Object[]> rows) {
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return rows.hasNext();
            }

            @Override
            public InputStream nextElement() {
                StringBuilder lines = new StringBuilder();
                for (int i = 0; i < BATCH && rows.hasNext(); i++) {
                    lines.append(line(rows.next())).append('\n');
                }
                return new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String line(@Nullable Object[] row) {
        StringBuilder line = new StringBuilder();
        for (Object value : row) {
            line.append(line.isEmpty() ? "" : "\t")
                    .append(value == null ? "\\N" : value.toString().replace("\\", "\\\\"));
        }
        return line.toString();
    }
}
