package fr.gercor.faq.site;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Tells search engines what there is, by public pages only, whoever asks. */
@RestController
class CrawlerController {

    private final Visits visits;

    CrawlerController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap(HttpServletRequest request) {
        Visit visit = visits.of(request);
        Content content = visit.engine().content();
        List<Page> pages = content.pages().stream()
                .filter(page -> page.audience() == Audience.PUBLIC)
                .toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        xml.append(url(visit.origin() + "/", ""));
        for (SiteFolder folder : new SiteMap(content, Audience.PUBLIC).folders()) {
            xml.append(url(visit.origin() + folder.address(), ""));
        }
        for (Page page : pages) {
            xml.append(url(visit.origin() + "/" + page.id(), "<lastmod>" + page.reviewedOn() + "</lastmod>"));
        }
        xml.append(url(visit.origin() + "/glossaire", ""));
        xml.append("</urlset>\n");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .contentType(MediaType.APPLICATION_XML)
                .body(xml.toString());
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .contentType(MediaType.TEXT_PLAIN)
                .body("User-agent: *\nDisallow: /api/\nSitemap: %s/sitemap.xml\n"
                        .formatted(visits.of(request).origin()));
    }

    private static String url(String address, String rest) {
        return "<url><loc>" + HtmlUtils.htmlEscape(address, "UTF-8") + "</loc>" + rest + "</url>\n";
    }
}
