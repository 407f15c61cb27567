package fr.gercor.faq.retrieval;

import fr.gercor.faq.content.Passage;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Ranks the passages of a content against questions; immutable, and safe for several threads. */
public final class PassageRetriever {

    /** The most words of a question that go into a query. */
    public static final int MOST_TERMS = 64;

    /** Of those, so many are looked for in every part, the ones that tell the most. */
    private static final int MOST_SEARCHED = 16;

    private static final float K1 = 1.2f;
    private static final float B = 0.6f;

    private final List<Passage> passages;
    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final PageFrequencies frequencies;

    /**
     * The parts of a document that are searched, and how much each counts. The passage's own words weigh most; its section, its
     * heading and the subject of its page say what it is about.
     */
    private enum Part {
        PASSAGE(1.0f),
        SECTION(0.6f),
        HEADING(0.6f),
        SUBJECT(0.8f),
        PAIRS(0.3f),
        FORMS(0.4f);

        private final float boost;

        Part(float boost) {
            this.boost = boost;
        }
    }

    /** @param pages whose passages are ranked */
    public PassageRetriever(List<AnalysedPage> pages) {
        this(pages, Optional.empty());
    }

    private PassageRetriever(List<AnalysedPage> pages, Optional<PassageRetriever> others) {
        frequencies = new PageFrequencies(pages.size(), others.map(each -> each.frequencies));
        passages = Stream.concat(
                        others.stream().flatMap(each -> each.passages.stream()),
                        pages.stream().flatMap(page -> page.page().passages().stream()))
                .toList();
        BM25Similarity similarity = saturationOnly();
        try {
            DirectoryReader own = DirectoryReader.open(index(pages, similarity));
            reader = others.isEmpty() ? own : new MultiReader(others.get().reader, own);
            searcher = new IndexSearcher(reader);
            searcher.setSimilarity(similarity);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be written", e);
        }
    }

    /** One that ranks the passages of {@code more} pages too; this one goes on as it is. */
    public PassageRetriever with(List<AnalysedPage> more) {
        return new PassageRetriever(more, Optional.of(this));
    }

    private Directory index(List<AnalysedPage> pages, BM25Similarity similarity) throws IOException {
        Directory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setSimilarity(similarity);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (AnalysedPage page : pages) {
                index(page, writer);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    /**
     * BM25 without its idf, which would be taken field by field: « chimio » is rare among the subjects of pages and common in their
     * texts, and says little wherever it stands. How rare a word is, {@link PageFrequencies} tells, page by page.
     */
    private static BM25Similarity saturationOnly() {
        return new BM25Similarity(K1, B) {
            @Override
            protected float idf(long documentFrequency, long documents) {
                return 1;
            }
        };
    }

    private void index(AnalysedPage page, IndexWriter writer) throws IOException {
        for (AnalysedPage.AnalysedPassage passage : page.passages()) {
            frequencies.count(
                    page.page().id(),
                    passage.text().tokens().stream().map(Token::stem).toList());
            frequencies.count(page.page().id(), pairs(passage.text()));
            Document document = new Document();
            add(document, Part.PASSAGE, stems(passage.text()));
            add(
                    document,
                    Part.FORMS,
                    String.join(
                            " ",
                            passage.text().tokens().stream().map(Token::form).toList()));
            add(document, Part.PAIRS, String.join(" ", pairs(passage.text())));
            add(document, Part.SECTION, stems(passage.section()));
            add(document, Part.HEADING, stems(passage.heading()));
            add(document, Part.SUBJECT, stems(page.subject()));
            writer.addDocument(document);
        }
    }

    private static void add(Document document, Part part, String text) {
        document.add(new TextField(part.name(), text, Field.Store.NO));
    }

    private static String stems(Question question) {
        return String.join(" ", question.tokens().stream().map(Token::stem).toList());
    }

    private static List<String> pairs(Question question) {
        List<String> pairs = new ArrayList<>();
        List<Token> tokens = question.contentTokens();
        for (int i = 1; i < tokens.size(); i++) {
            pairs.add(tokens.get(i - 1).stem() + "_" + tokens.get(i).stem());
        }
        return pairs;
    }

    /** The passages closest to a question, closest first; none where no word of it is known. */
    public List<PassageHit> search(Question question, int count) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double most = 0;
        for (Weighed word : weightiest(question)) {
            for (Part part : List.of(Part.PASSAGE, Part.SECTION, Part.HEADING, Part.SUBJECT)) {
                add(query, part, word.token().stem(), word.weight());
            }
            if (!word.token().added()) {
                add(query, Part.FORMS, word.token().form(), word.weight());
            }
            most += word.weight();
        }
        for (String pair : pairs(question).stream().limit(MOST_TERMS).toList()) {
            if (!frequencies.counts(pair).isEmpty()) {
                add(query, Part.PAIRS, pair, frequencies.idf(pair));
            }
        }
        if (most == 0) {
            return List.of();
        }
        double scale = most * (Part.PASSAGE.boost + Part.SECTION.boost);
        try {
            List<PassageHit> hits = new ArrayList<>(count);
            TopScoreDocCollectorManager closest = new TopScoreDocCollectorManager(count, count);
            for (ScoreDoc hit : searcher.search(query.build(), closest).scoreDocs) {
                hits.add(new PassageHit(passages.get(hit.doc), hit.score / scale));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be read", e);
        }
    }

    /** A word of a question, and how much it tells. */
    private record Weighed(Token token, double weight) {}

    private List<Weighed> weightiest(Question question) {
        return Stream.concat(question.contentTokens().stream(), question.expansions().stream())
                .limit(MOST_TERMS)
                .map(token -> new Weighed(token, token.weight() * frequencies.idf(token.stem())))
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(MOST_SEARCHED)
                .toList();
    }

    /** How much of a question's weight stands anywhere on each page, from 0 to 1; pages that hold none of it are left out. */
    public Map<String, Double> pageCoverages(Question question) {
        Map<String, Double> held = new HashMap<>();
        double all = 0;
        List<Token> tokens = new ArrayList<>(question.contentTokens());
        tokens.addAll(question.expansions());
        for (Token token : tokens) {
            double weight = token.weight() * frequencies.idf(token.stem());
            all += weight;
            frequencies
                    .counts(token.stem())
                    .forEach((page, count) -> held.merge(page, weight * count / (count + K1), Double::sum));
        }
        double whole = Math.max(all, 1e-9);
        held.replaceAll((page, weight) -> weight / whole);
        return held;
    }

    private static void add(BooleanQuery.Builder query, Part part, String term, double weight) {
        query.add(
                new BoostQuery(new TermQuery(new Term(part.name(), term)), (float) (part.boost * weight)),
                BooleanClause.Occur.SHOULD);
    }
}
