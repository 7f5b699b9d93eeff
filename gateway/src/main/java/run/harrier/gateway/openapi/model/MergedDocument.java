package run.harrier.gateway.openapi.model;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI 3.1 document made of several, each a tree of maps, lists and plain values.
 *
 * <p>A component that two parts describe alike appears once. Where they differ, the later part's gets the part's name in
 * front ({@code Plan_Step}), and so does whatever refers to it; the same for operation ids. Security schemes mean the
 * same everywhere and are never renamed. Components that no published path refers to are left out.
 */
public final class MergedDocument {
    private static final String COMPONENTS = "#/components/";
    private static final String SECURITY_SCHEMES = COMPONENTS + "securitySchemes/";

    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Object> tags = new LinkedHashMap<>();
    /** By reference, as {@code #/components/schemas/Step}. */
    private final Map<String, Object> components = new LinkedHashMap<>();

    private final Set<String> operationIds = new HashSet<>();

    private MergedDocument() {}

    /**
     * A document that is to be merged.
     *
     * @param name put before names that clash
     * @param document the OpenAPI document
     * @param publishes which of its paths are public; the others are left out
     */
    public record Part(String name, Map<String, ?> document, Predicate<String> publishes) {}

    /** The parts in order, then {@code own}, under its title and at the address that the document came from. */
    public static Map<String, Object> of(Part own, List<Part> parts) {
        var merged = new MergedDocument();
        parts.forEach(merged::add);
        merged.add(own);
        return merged.toTree(tree(own.document().get("info")));
    }

    private void add(Part part) {
        var own = componentsOf(part.document());
        var renamed = clashes(part.name(), own);
        own.forEach((reference, component) ->
                components.putIfAbsent(renamed.getOrDefault(reference, reference), rewritten(component, renamed)));
        tree(part.document().get("paths")).forEach((path, item) -> {
            if (part.publishes().test(path)) {
                paths.put(path, withUniqueIds(part.name(), tree(rewritten(item, renamed))));
            }
        });
        if (part.document().get("tags") instanceof List<?> named) {
            // the last part describes the tags of all
            named.forEach(tag -> tags.merge(
                    String.valueOf(tree(tag).get("name")),
                    tag,
                    (before, later) -> tree(later).containsKey("description") ? later : before));
        }
    }

    /** New references for components that differ from an earlier part's, and for those that refer to one of them. */
    private Map<String, String> clashes(String part, Map<String, Object> own) {
        var renamed = new HashMap<String, String>();
        int before;
        do {
            before = renamed.size();
            own.forEach((reference, component) -> {
                var present = components.get(reference);
                if (present != null
                        && !reference.startsWith(SECURITY_SCHEMES)
                        && !present.equals(rewritten(component, renamed))) {
                    var name = reference.lastIndexOf('/') + 1;
                    renamed.put(reference, reference.substring(0, name) + part + "_" + reference.substring(name));
                }
            });
        } while (renamed.size() > before);
        return renamed;
    }

    private Map<String, Object> withUniqueIds(String part, Map<String, Object> pathItem) {
        pathItem.replaceAll((method, value) -> {
            if (!(value instanceof Map<?, ?> operation) || !(operation.get("operationId") instanceof String id)) {
                return value;
            }
            var unique = operationIds.add(id) ? id : part + "_" + id;
            var renamed = tree(operation);
            renamed.put("operationId", unique);
            return renamed;
        });
        return pathItem;
    }

    private Map<String, Object> toTree(Map<String, Object> info) {
        components.keySet().retainAll(inUse());
        var byKind = new LinkedHashMap<String, Map<String, Object>>();
        components.forEach((reference, component) -> {
            var kindAndName = reference.substring(COMPONENTS.length()).split("/", 2);
            byKind.computeIfAbsent(kindAndName[0], kind -> new LinkedHashMap<>())
                    .put(kindAndName[1], component);
        });
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", info);
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("tags", List.copyOf(tags.values()));
        document.put("paths", paths);
        document.put("components", byKind);
        return document;
    }

    /** The components that a published path refers to, directly or through another component. */
    private Set<String> inUse() {
        var inUse = new HashSet<String>();
        var unseen = new ArrayDeque<Object>(List.of(paths));
        components.keySet().stream()
                .filter(reference -> reference.startsWith(SECURITY_SCHEMES))
                .forEach(inUse::add);
        while (!unseen.isEmpty()) {
            switch (unseen.remove()) {
                case Map<?, ?> map ->
                    map.values().stream().filter(Objects::nonNull).forEach(unseen::add);
                case List<?> list -> unseen.addAll(list);
                case String text
                when components.containsKey(text) && inUse.add(text) ->
                    unseen.add(Objects.requireNonNull(components.get(text)));
                default -> {}
            }
        }
        return inUse;
    }

    private static Map<String, Object> componentsOf(Map<String, ?> document) {
        var flat = new LinkedHashMap<String, Object>();
        tree(document.get("components"))
                .forEach((kind, named) ->
                        tree(named).forEach((name, component) -> flat.put(COMPONENTS + kind + "/" + name, component)));
        return flat;
    }

    /** A copy in which every text that is a renamed reference is replaced. */
    private static Object rewritten(Object node, Map<String, String> renamed) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = tree(map);
                copy.replaceAll((key, value) -> rewritten(value, renamed));
                yield copy;
            }
            case List<?> list ->
                list.stream().<Object>map(item -> rewritten(item, renamed)).toList();
            case String text -> renamed.getOrDefault(text, text);
            default -> node;
        };
    }

    private static Map<String, Object> tree(@Nullable Object node) {
        var copy = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        }
        return copy;
    }
}
