package run.harrier.gateway.routing.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service that owns a path.
 *
 * <p>A path has one spelling here: no empty segment, no dot segment, no path parameter, and nothing percent-encoded that
 * need not be. Any other spelling has no owner, so that the gateway and a service that decodes or normalises can never
 * understand the same path differently.
 */
public final class RoutingTable {
    private static final String PREFIX = "/api/v1/";
    private static final String LITERALS = "-._~!$&'()*+,=:@";
    private static final String NEVER_ENCODED = "-._~/\\%;";

    private static final Map<String, OwningService> BELOW_AN_ATHLETE = Map.of(
            "plans", OwningService.PLAN,
            "sessions", OwningService.PLAN,
            "calendar", OwningService.PLAN,
            "activities", OwningService.LOAD,
            "load", OwningService.LOAD,
            "wellness", OwningService.LOAD,
            "readiness", OwningService.LOAD,
            "alerts", OwningService.LOAD,
            "reviews", OwningService.LOAD);

    private RoutingTable() {}

    /** Whether the gateway answers a path itself: the overview of a squad, which no service owns. */
    public static boolean isOwn(String path) {
        return segments(path).filter(RoutingTable::isOverview).isPresent();
    }

    /** The owner of a path as it was sent, without its query. */
    public static Optional<OwningService> ownerOf(String path) {
        return segments(path)
                .filter(segments -> !isOverview(segments) && !isInternal(segments))
                .flatMap(RoutingTable::ownerOf);
    }

    private static Optional<OwningService> ownerOf(List<String> segments) {
        return switch (segments.getFirst()) {
            case "athletes" ->
                Optional.of(
                        segments.size() < 3
                                ? OwningService.ATHLETE
                                : BELOW_AN_ATHLETE.getOrDefault(segments.get(2), OwningService.ATHLETE));
            case "squads", "invitations" -> Optional.of(OwningService.ATHLETE);
            case "library", "efforts" -> Optional.of(OwningService.PLAN);
            default -> Optional.empty();
        };
    }

    private static boolean isOverview(List<String> segments) {
        return segments.size() == 3
                && segments.getFirst().equals("squads")
                && segments.getLast().equals("overview");
    }

    /** The paths of D23, by which services ask for a caller's grants: they are not reachable from outside. */
    private static boolean isInternal(List<String> segments) {
        return segments.size() == 3 && segments.getLast().equals("access");
    }

    /** Empty for a spelling that has no owner. */
    private static Optional<List<String>> segments(String path) {
        return path.startsWith(PREFIX)
                ? Optional.of(List.of(path.substring(PREFIX.length()).split("/", -1)))
                        .filter(segments -> segments.stream().allMatch(RoutingTable::isPlain))
                : Optional.empty();
    }

    private static boolean isPlain(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return false;
        }
        for (int i = 0; i < segment.length(); i++) {
            var character = segment.charAt(i);
            if (character == '%') {
                if (!isNeededEscape(segment, i)) {
                    return false;
                }
                i += 2;
            } else if (!isLetterOrDigit(character) && LITERALS.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNeededEscape(String segment, int at) {
        if (at + 2 >= segment.length()) {
            return false;
        }
        var high = Character.digit(segment.charAt(at + 1), 16);
        var low = Character.digit(segment.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        var escaped = (char) (high * 16 + low);
        return escaped >= ' ' && escaped != 0x7f && !isLetterOrDigit(escaped) && NEVER_ENCODED.indexOf(escaped) < 0;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
