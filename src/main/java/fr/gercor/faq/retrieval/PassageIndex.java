package fr.gercor.faq.retrieval;

import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Passage;
import fr.gercor.faq.question.Question;
import fr.gercor.faq.question.Token;
import fr.gercor.faq.snapshot.IndexFiles;
import fr.gercor.faq.snapshot.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** The passages of some pages in Lucene, with the words of those pages counted. Immutable; a page that is gone is only hidden. */
final class PassageIndex {

    private static final float K1 = 1.2f;
    private static final float B = 0.6f;

    /**
     * BM25 without its idf, which would be taken field by field: « chimio » is rare among the subjects of pages and common in their
     * texts, and says little wherever it stands. How rare a word is, {@link PageFrequencies} tells, page by page.
     */
    static final BM25Similarity SATURATION_ONLY = new BM25Similarity(K1, B) {
        @Override
        protected float idf(long documentFrequency, long documents) {
            return 1;
        }
    };

    /**
     * The parts of a document that are searched, and how much each counts. The passage's own words weigh most; its section, its
     * heading and the subject of its page say what it is about.
     */
    enum Part {
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

        float boost() {
            return boost;
        }
    }

    private final List<String> pages;
    private final List<Passage> passages;
    private final Set<String> gone;
    private final PageFrequencies frequencies;
    private final Directory directory;
    private final DirectoryReader reader;

    private PassageIndex(
            List<String> pages,
            List<Passage> passages,
            Set<String> gone,
            PageFrequencies frequencies,
            Directory directory,
            DirectoryReader reader) {
        this.pages = pages;
        this.passages = passages;
        this.gone = gone;
        this.frequencies = frequencies;
        this.directory = directory;
        this.reader = reader;
    }

    static PassageIndex of(List<AnalysedPage> analysed) {
        List<String> pages = analysed.stream().map(page -> page.page().id()).toList();
        List<Passage> passages = analysed.stream()
                .flatMap(page -> page.page().passages().stream())
                .toList();
        try {
            PageFrequencies.Counter counter = new PageFrequencies.Counter();
            Directory directory = new ByteBuffersDirectory();
            IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
            config.setSimilarity(SATURATION_ONLY);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int page = 0; page < analysed.size(); page++) {
                    for (AnalysedPage.AnalysedPassage passage :
                            analysed.get(page).passages()) {
                        counter.count(
                                page,
                                passage.text().tokens().stream()
                                        .map(Token::stem)
                                        .toList());
                        counter.count(page, pairs(passage.text()));
                        writer.addDocument(document(analysed.get(page).subject(), passage));
                    }
                }
                writer.forceMerge(1);
            }
            return new PassageIndex(
                    pages, passages, Set.of(), counter.counted(), directory, DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory can't fail to be written", e);
        }
    }

    private static Document document(Question subject, AnalysedPage.AnalysedPassage passage) {
        Document document = new Document();
        add(document, Part.PASSAGE, stems(passage.text()));
        add(
                document,
                Part.FORMS,
                String.join(
                        " ", passage.text().tokens().stream().map(Token::form).toList()));
        add(document, Part.PAIRS, String.join(" ", pairs(passage.text())));
        add(document, Part.SECTION, stems(passage.section()));
        add(document, Part.HEADING, stems(passage.heading()));
        add(document, Part.SUBJECT, stems(subject));
        return document;
    }

    private static void add(Document document, Part part, String text) {
        document.add(new TextField(part.name(), text, Field.Store.NO));
    }

    private static String stems(Question question) {
        return String.join(" ", question.tokens().stream().map(Token::stem).toList());
    }

    /** The pairs of neighbouring words of a text, each as one term. */
    static List<String> pairs(Question question) {
        List<String> pairs = new ArrayList<>();
        List<Token> tokens = question.contentTokens();
        for (int i = 1; i < tokens.size(); i++) {
            pairs.add(tokens.get(i - 1).stem() + "_" + tokens.get(i).stem());
        }
        return pairs;
    }

    /** The same without some pages. */
    PassageIndex without(Collection<String> more) {
        Set<String> all = new HashSet<>(gone);
        pages.stream().filter(more::contains).forEach(all::add);
        return all.size() == gone.size()
                ? this
                : new PassageIndex(pages, passages, Set.copyOf(all), frequencies, directory, reader);
    }

    DirectoryReader reader() {
        return reader;
    }

    /** The passages in the order of Lucene's documents, hidden ones among them. */
    List<Passage> passages() {
        return passages;
    }

    boolean shows(Passage passage) {
        return !gone.contains(passage.page());
    }

    /** How many passages are hidden. */
    int hidden() {
        return gone.isEmpty()
                ? 0
                : (int) passages.stream().filter(each -> !shows(each)).count();
    }

    /** How many pages are shown. */
    int size() {
        return pages.size() - gone.size();
    }

    /** Takes the pages that a term stands on. */
    interface Use {
        void on(String page, int count);
    }

    /** Tells of each page that is shown how often a term stands on it. */
    void uses(String term, Use use) {
        PageFrequencies.Uses uses = frequencies.uses(term);
        for (int i = 0; i < uses.pages().length; i++) {
            String page = pages.get(uses.pages()[i]);
            if (!gone.contains(page)) {
                use.on(page, uses.counts()[i]);
            }
        }
    }

    /** On how many of the pages that are shown a term stands. */
    int frequency(String term) {
        PageFrequencies.Uses uses = frequencies.uses(term);
        if (gone.isEmpty()) {
            return uses.pages().length;
        }
        int frequency = 0;
        for (int page : uses.pages()) {
            frequency += gone.contains(pages.get(page)) ? 0 : 1;
        }
        return frequency;
    }

    /** Writes it with all its pages; those that are hidden must be none. */
    void write(DataOutput out) throws IOException {
        Texts.write(pages, out);
        frequencies.write(out);
        IndexFiles.write(directory, out);
    }

    /** @param page gives the page of an id, as it was when the index was made */
    static PassageIndex read(DataInput in, Function<String, Page> page) throws IOException {
        List<String> pages = Texts.read(in);
        PageFrequencies frequencies = PageFrequencies.read(in);
        Directory directory = IndexFiles.read(in);
        List<Passage> passages =
                pages.stream().flatMap(id -> page.apply(id).passages().stream()).toList();
        return new PassageIndex(pages, passages, Set.of(), frequencies, directory, DirectoryReader.open(directory));
    }
}
