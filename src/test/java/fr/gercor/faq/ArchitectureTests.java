package fr.gercor.faq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each library behind its door, and each edge by itself. */
@AnalyzeClasses(packages = "fr.gercor.faq", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    /** Knows the versions of both libraries, since a model made by another version is trained anew. */
    private static final String MODEL_CACHE = "fr.gercor.faq.answer.ModelCache";

    /** Escapes what it writes as Spring does. */
    private static final String SECTION_HTML = "fr.gercor.faq.content.SectionHtml";

    private static final String[] EDGES = {
        "fr.gercor.faq.chat..",
        "fr.gercor.faq.site..",
        "fr.gercor.faq.console..",
        "fr.gercor.faq.professional..",
        "fr.gercor.faq.cli.."
    };

    @ArchTest
    static final ArchRule luceneStaysBehindAnalysisMatchingAndRetrieval = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "fr.gercor.faq.question..",
                    "fr.gercor.faq.intent..",
                    "fr.gercor.faq.retrieval..",
                    "fr.gercor.faq.snapshot..")
            .and()
            .doNotHaveFullyQualifiedName(MODEL_CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule openNlpStaysBehindSentencesLanguageAndMatching = noClasses()
            .that()
            .resideOutsideOfPackages("fr.gercor.faq.content..", "fr.gercor.faq.question..", "fr.gercor.faq.intent..")
            .and()
            .doNotHaveFullyQualifiedName(MODEL_CACHE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("opennlp..");

    @ArchTest
    static final ArchRule theWebStaysAtTheEdges = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "fr.gercor.faq.chat..",
                    "fr.gercor.faq.site..",
                    "fr.gercor.faq.console..",
                    "fr.gercor.faq.professional..",
                    "fr.gercor.faq.security..")
            .and()
            .doNotHaveFullyQualifiedName(SECTION_HTML)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule edgesDoNotUseOneAnother = slices().matching(
                    "fr.gercor.faq.(chat|site|console|professional|cli)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nothingPointsAtAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages(EDGES)
            .and()
            .doNotHaveFullyQualifiedName(FaqApplication.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGES);

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackages("fr.gercor.faq.cli..", "fr.gercor.faq.evaluation..")
            .should(ACCESS_STANDARD_STREAMS);
}
