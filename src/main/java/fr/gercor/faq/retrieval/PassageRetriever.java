package fr.gercor.faq.retrieval;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.retrieval.PassageIndex.Part;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Ranks the passages of a content against questions; immutable, and safe for several threads. */
public final class PassageRetriever {

    /** The most words of a question that go into a query. */
    public static final int MOST_TERMS = 64;

    /** Of those, so many are looked for in every part, the ones that tell the most: with 16 the answers were no better. */
    private static final int MOST_SEARCHED = 8;

    /** A page that holds a word this often holds half of its weight. */
    private static final double SATURATION = 1.2;

    private final List<PassageIndex> indexes;
    private final List<Passage> passages;
    private final int pages;
    private final int hidden;
    private final IndexSearcher searcher;

    /** @param pages whose passages are ranked */
    public PassageRetriever(List<AnalysedPage> pages) {
        this(Stream.of(PassageIndex.of(pages)));
    }

    private PassageRetriever(Stream<PassageIndex> all) {
        indexes = all.toList();
        passages = indexes.stream().flatMap(index -> index.passages().stream()).toList();
        pages = indexes.stream().mapToInt(PassageIndex::size).sum();
        hidden = indexes.stream().mapToInt(PassageIndex::hidden).sum();
        IndexReader[] readers = indexes.stream().map(PassageIndex::reader).toArray(IndexReader[]::new);
        try {
            searcher = new IndexSearcher(readers.length == 1 ? readers[0] : new MultiReader(readers));
            searcher.setSimilarity(PassageIndex.SATURATION_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be read", e);
        }
    }

    /** One that ranks the passages of {@code more} pages too; this one goes on as it is. */
    public PassageRetriever with(List<AnalysedPage> more) {
        return more.isEmpty()
                ? this
                : new PassageRetriever(Stream.concat(indexes.stream(), Stream.of(PassageIndex.of(more))));
    }

    /** One that ranks no passage of some pages; this one goes on as it is. */
    public PassageRetriever without(Collection<String> gone) {
        return gone.isEmpty() ? this : new PassageRetriever(indexes.stream().map(index -> index.without(gone)));
    }

    /** Writes the indexes; none of their pages may have been taken out. */
    public void write(DataOutput out) throws IOException {
        write(indexes, out);
    }

    /** Writes what this one ranks beside the passages of {@code other}, which it was made with. */
    public void writeBeyond(PassageRetriever other, DataOutput out) throws IOException {
        write(indexes.subList(other.indexes.size(), indexes.size()), out);
    }

    private static void write(List<PassageIndex> indexes, DataOutput out) throws IOException {
        out.writeInt(indexes.size());
        for (PassageIndex index : indexes) {
            index.write(out);
        }
    }

    /**
     * Reads what was written.
     *
     * @param page gives the page of an id, as it was when the indexes were made
     */
    public static PassageRetriever read(DataInput in, Function<String, Page> page) throws IOException {
        return new PassageRetriever(indexes(in, page));
    }

    /** One that ranks what is read beside the passages of this one. */
    public PassageRetriever readBeyond(DataInput in, Function<String, Page> page) throws IOException {
        return new PassageRetriever(Stream.concat(indexes.stream(), indexes(in, page)));
    }

    private static Stream<PassageIndex> indexes(DataInput in, Function<String, Page> page) throws IOException {
        Stream.Builder<PassageIndex> indexes = Stream.builder();
        for (int i = in.readInt(); i > 0; i--) {
            indexes.add(PassageIndex.read(in, page));
        }
        return indexes.build();
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
        for (String pair :
                PassageIndex.pairs(question).stream().limit(MOST_TERMS).toList()) {
            if (frequency(pair) > 0) {
                add(query, Part.PAIRS, pair, idf(pair));
            }
        }
        if (most == 0) {
            return List.of();
        }
        double scale = most * (Part.PASSAGE.boost() + Part.SECTION.boost());
        try {
            List<PassageHit> hits = new ArrayList<>(count);
            int looked = count + hidden;
            TopScoreDocCollectorManager closest = new TopScoreDocCollectorManager(looked, looked);
            for (ScoreDoc hit : searcher.search(query.build(), closest).scoreDocs) {
                Passage passage = passages.get(hit.doc);
                if (hits.size() < count && isShown(hit.doc, passage)) {
                    hits.add(new PassageHit(passage, hit.score / scale));
                }
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be read", e);
        }
    }

    private boolean isShown(int document, Passage passage) {
        if (hidden == 0) {
            return true;
        }
        int from = 0;
        for (PassageIndex index : indexes) {
            from += index.passages().size();
            if (document < from) {
                return index.shows(passage);
            }
        }
        return false;
    }

    /** A word of a question, and how much it tells. */
    private record Weighed(Token token, double weight) {}

    private List<Weighed> weightiest(Question question) {
        return Stream.concat(question.contentTokens().stream(), question.expansions().stream())
                .limit(MOST_TERMS)
                .map(token -> new Weighed(token, token.weight() * idf(token.stem())))
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(MOST_SEARCHED)
                .toList();
    }

    /** How much a term tells, from near 0 (on every page) to the logarithm of twice the pages (on none). */
    private double idf(String term) {
        int frequency = frequency(term);
        return Math.log(1 + (pages - frequency + 0.5) / (frequency + 0.5));
    }

    private int frequency(String term) {
        int frequency = 0;
        for (PassageIndex index : indexes) {
            frequency += index.frequency(term);
        }
        return frequency;
    }

    /** How much of a question's weight stands anywhere on each page, from 0 to 1; pages that hold none of it are left out. */
    public Map<String, Double> pageCoverages(Question question) {
        Map<String, Double> held = new HashMap<>();
        double all = 0;
        List<Token> tokens = new ArrayList<>(question.contentTokens());
        tokens.addAll(question.expansions());
        for (Token token : tokens) {
            double weight = token.weight() * idf(token.stem());
            all += weight;
            for (PassageIndex index : indexes) {
                index.uses(
                        token.stem(),
                        (page, count) -> held.merge(page, weight * count / (count + SATURATION), Double::sum));
            }
        }
        double whole = Math.max(all, 1e-9);
        held.replaceAll((page, weight) -> weight / whole);
        return held;
    }

    private static void add(BooleanQuery.Builder query, Part part, String term, double weight) {
        query.add(
                new BoostQuery(new TermQuery(new Term(part.name(), term)), (float) (part.boost() * weight)),
                BooleanClause.Occur.SHOULD);
    }
}
