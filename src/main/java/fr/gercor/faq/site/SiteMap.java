package fr.gercor.faq.site;

import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Folder;
import fr.gercor.faq.content.Page;
import fr.gercor.faq.content.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The folders of the content that an audience may see, in the order of the plan; a folder the plan forgets comes last. */
final class SiteMap {

    private final Plan plan;
    private final List<Page> readable;
    private final Map<String, SiteFolder> folders = new LinkedHashMap<>();

    SiteMap(Content content, Audience audience) {
        plan = content.plan();
        readable = content.pages().stream()
                .filter(page -> audience.mayRead(page.audience()))
                .toList();
        children("").forEach(this::add);
    }

    /** All folders, each before those in it. */
    List<SiteFolder> folders() {
        return List.copyOf(folders.values());
    }

    /** The folders that hold pages themselves. */
    List<SiteFolder> sections() {
        return folders.values().stream()
                .filter(folder -> !folder.pages().isEmpty())
                .toList();
    }

    Optional<SiteFolder> folder(String path) {
        return Optional.ofNullable(folders.get(path));
    }

    /** The ways to the folders around {@code path}, the outermost first. */
    List<Link> around(String path) {
        List<Link> links = new ArrayList<>();
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            folder(path.substring(0, end)).ifPresent(folder -> links.add(Link.to(folder.label(), folder.address())));
        }
        return links;
    }

    private void add(SiteFolder folder) {
        folders.put(folder.path(), folder);
        folder.folders().forEach(this::add);
    }

    private SiteFolder read(String path) {
        Optional<Folder> planned = plan.folder(path);
        List<String> order = planned.map(Folder::pages).orElse(List.of());
        List<Page> pages = readable.stream()
                .filter(page -> page.folder().equals(path))
                .sorted(Comparator.comparingInt(page -> place(order, page.id())))
                .toList();
        return new SiteFolder(
                path,
                planned.map(Folder::label).orElse(path.substring(path.lastIndexOf('/') + 1)),
                planned.map(Folder::summary).orElse(""),
                pages,
                children(path + "/"));
    }

    /** The folders one step below. */
    private List<SiteFolder> children(String prefix) {
        TreeSet<String> paths = new TreeSet<>();
        for (Page page : readable) {
            int end = page.id().indexOf('/', prefix.length());
            if (page.id().startsWith(prefix) && end >= 0) {
                paths.add(page.id().substring(0, end));
            }
        }
        List<String> order = plan.folders().stream().map(Folder::path).toList();
        return paths.stream()
                .sorted(Comparator.comparingInt(path -> place(order, path)))
                .map(this::read)
                .toList();
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
