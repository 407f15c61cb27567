package fr.gercor.faq.content;

import fr.gercor.faq.source.Faults;
import fr.gercor.faq.source.SourceFolder;
import fr.gercor.faq.source.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where things stand on the site, {@code plan.yml}, and where they once stood, {@code redirections.yml}. */
final class PlanReader {

    private static final String PLAN = "plan.yml";
    private static final String REDIRECTS = "redirections.yml";

    private final SourceFolder folder;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Faults faults;

    PlanReader(SourceFolder folder, List<Page> pages, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        pages.forEach(page -> this.pages.put(page.id(), page));
    }

    /** The plan; a page that it forgets, or that is not written yet, is worth a warning only. */
    Plan plan() {
        Optional<YamlNode> root = read(PLAN);
        if (root.isEmpty()) {
            return Plan.NONE;
        }
        root.get().onlyFields(faults, "folders", "footer");
        List<Folder> folders = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (YamlNode node : root.get().items("folders", faults)) {
            node.onlyFields(faults, "path", "label", "summary", "pages");
            String path = node.text("path", faults);
            List<String> ids = new ArrayList<>();
            for (YamlNode name : node.items("pages", faults)) {
                String id = path + "/" + name.text(faults);
                if (!placed.add(id)) {
                    faults.error(PLAN, name.line(), "\"" + id + "\" stands twice");
                } else if (!pages.containsKey(id)) {
                    faults.warning(PLAN, name.line(), "the page \"" + id + "\" is not written");
                }
                ids.add(id);
            }
            if (folders.stream().anyMatch(other -> other.path().equals(path))) {
                faults.error(PLAN, node.line(), "the folder \"" + path + "\" stands twice");
            }
            folders.add(new Folder(path, node.text("label", faults), node.text("summary", faults), ids));
        }
        pages.keySet().stream()
                .filter(id -> !placed.contains(id))
                .forEach(id -> faults.warning(id + ".md", 0, "the page has no place in " + PLAN));
        return new Plan(folders, root.get().texts("footer", faults));
    }

    /** The addresses by old addresses, which may carry a query; each leads to something that anybody may read. */
    Map<String, String> redirects() {
        Map<String, String> redirects = new LinkedHashMap<>();
        Optional<YamlNode> root = read(REDIRECTS);
        if (root.isEmpty()) {
            return redirects;
        }
        for (YamlNode node : root.get().onlyFields(faults, "redirects").items("redirects", faults)) {
            node.onlyFields(faults, "from", "to");
            String from = node.text("from", faults);
            String to = node.text("to", faults);
            if (from.isEmpty() || to.isEmpty()) {
                continue;
            }
            if (!from.startsWith("/") || from.contains("#") || pages.containsKey(from.substring(1))) {
                faults.error(
                        REDIRECTS,
                        node.line(),
                        "\"from\" is an old address of this site such as /page.htm, not " + from);
            } else if (!leadsSomewhere(to)) {
                faults.error(REDIRECTS, node.line(), "no public page, section or folder stands at " + to);
            } else if (redirects.putIfAbsent(from, to) != null) {
                faults.error(REDIRECTS, node.line(), "\"" + from + "\" stands twice");
            }
        }
        return redirects;
    }

    private boolean leadsSomewhere(String to) {
        if (!to.startsWith("/") || to.startsWith("//")) {
            return false;
        }
        String[] address = to.substring(1).split("#", 2);
        Optional<Page> page = Optional.ofNullable(pages.get(address[0]));
        if (page.isPresent()) {
            return page.get().audience() == Audience.PUBLIC
                    && (address.length == 1 || page.get().section(address[1]).isPresent());
        }
        boolean home = address[0].isEmpty();
        return address.length == 1
                && (home
                        || pages.values().stream()
                                .filter(each -> each.audience() == Audience.PUBLIC)
                                .anyMatch(each -> each.id().startsWith(address[0] + "/")));
    }

    private Optional<YamlNode> read(String path) {
        return folder.file(path).flatMap(file -> YamlNode.read(file, faults));
    }
}
