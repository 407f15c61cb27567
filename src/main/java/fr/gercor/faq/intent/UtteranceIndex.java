package fr.gercor.faq.intent;

import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.snapshot.IndexFiles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The utterances in Lucene: finds the ones nearest to a question by the stems and the character 4-grams they share. Queries are built
 * from analysed words, never parsed.
 */
final class UtteranceIndex {

    private static final String STEMS = "stems";
    private static final String GRAMS = "grams";
    private static final int GRAM = 4;

    /**
     * So many stems of a question go into a query, the rarest: they tell the most, and the others cost more to follow the commoner they
     * are. With 64 stems and as many grams a query took 0.76 ms, with 12 and 16 0.47 ms, and the answers were no better.
     */
    private static final int MOST_STEMS = 10;

    /** Grams are for words that nobody knows. With those of all words a query took twice as long, and the answers were no better. */
    private static final int MOST_GRAMS = 8;

    /** Those of other words go into a query that is short or asked of few utterances: while its terms stand in so few of them together. */
    private static final int MOST_POSTINGS = 20_000;

    private static final int MORE_GRAMS = 16;

    private final List<Directory> parts;
    private final IndexSearcher searcher;

    private UtteranceIndex(List<Directory> parts) throws IOException {
        this.parts = List.copyOf(parts);
        IndexReader[] readers = new IndexReader[parts.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = DirectoryReader.open(parts.get(i));
        }
        searcher = new IndexSearcher(readers.length == 1 ? readers[0] : new MultiReader(readers));
    }

    static UtteranceIndex of(List<Question> utterances) {
        try {
            return new UtteranceIndex(List.of(index(utterances)));
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be written", e);
        }
    }

    /** These utterances, then {@code more}. */
    UtteranceIndex with(List<Question> more) {
        if (more.isEmpty()) {
            return this;
        }
        try {
            List<Directory> all = new ArrayList<>(parts);
            all.add(index(more));
            return new UtteranceIndex(all);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be written", e);
        }
    }

    private static Directory index(List<Question> utterances) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (Question utterance : utterances) {
                Document document = new Document();
                document.add(new TextField(STEMS, String.join(" ", stems(utterance)), Field.Store.NO));
                for (String gram : grams(utterance, token -> true)) {
                    document.add(new StringField(GRAMS, gram, Field.Store.NO));
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(parts.size());
        for (Directory part : parts) {
            IndexFiles.write(part, out);
        }
    }

    static UtteranceIndex read(DataInput in) throws IOException {
        List<Directory> parts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            parts.add(IndexFiles.read(in));
        }
        return new UtteranceIndex(parts);
    }

    /** The places of the nearest utterances, nearest first. */
    List<Integer> nearest(Question question, int count) {
        try {
            List<Integer> places = new ArrayList<>(count);
            TopScoreDocCollectorManager nearest = new TopScoreDocCollectorManager(count, count);
            for (ScoreDoc hit : searcher.search(query(question), nearest).scoreDocs) {
                places.add(hit.doc);
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be read", e);
        }
    }

    private Query query(Question question) throws IOException {
        List<Found> chosen = new ArrayList<>(rarest(STEMS, stems(question), MOST_STEMS));
        chosen.addAll(rarest(GRAMS, grams(question, token -> !token.known()), MOST_GRAMS));
        int left = MOST_POSTINGS - chosen.stream().mapToInt(Found::frequency).sum();
        for (Found gram : left <= 0 ? List.<Found>of() : rarest(GRAMS, grams(question, Token::known), MORE_GRAMS)) {
            left -= gram.frequency();
            if (left < 0) {
                break;
            }
            chosen.add(gram);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        chosen.forEach(found -> query.add(found.query(), Occur.SHOULD));
        return query.build();
    }

    /**
     * A term of the index with its statistics, so that they are looked up once for choosing it and for its query.
     *
     * @param term that some utterance holds
     * @param states where it stands
     */
    private record Found(Term term, TermStates states) {
        int frequency() {
            return states.docFreq();
        }

        Query query() {
            return new TermQuery(term, states);
        }
    }

    private List<Found> rarest(String field, Set<String> texts, int most) throws IOException {
        List<Found> all = new ArrayList<>(texts.size());
        for (String text : texts) {
            Term term = new Term(field, text);
            Found found = new Found(term, TermStates.build(searcher, term, true));
            if (found.frequency() > 0) {
                all.add(found);
            }
        }
        all.sort(Comparator.comparingInt(Found::frequency).thenComparing(Found::term));
        return all.subList(0, Math.min(most, all.size()));
    }

    private static Set<String> stems(Question question) {
        Set<String> stems = new LinkedHashSet<>();
        question.tokens().forEach(token -> stems.add(token.stem()));
        question.expansions().forEach(token -> stems.add(token.stem()));
        return stems;
    }

    private static Set<String> grams(Question question, Predicate<Token> of) {
        Set<String> grams = new HashSet<>();
        question.contentTokens().stream().filter(of).map(Token::form).forEach(form -> {
            for (int i = 0; i + GRAM <= form.length(); i++) {
                grams.add(form.substring(i, i + GRAM));
            }
        });
        return grams;
    }
}
