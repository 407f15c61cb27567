package fr.gercor.faq.checking;

import fr.gercor.faq.source.Faults;

/** Every page of the site map is written. */
final class SiteMapCheck implements Check {

    private final SiteMap siteMap;

    SiteMapCheck(SiteMap siteMap) {
        this.siteMap = siteMap;
    }

    @Override
    public void check(Corpus corpus, Faults faults) {
        siteMap.ids().stream()
                .filter(id -> !corpus.hasPage(id))
                .forEach(id ->
                        faults.error(corpus.inContent(id + ".md"), 0, "the site map asks for this page: write it"));
    }
}
