package run.harrier.testkit.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of {@code docs/rules.md}: each number with its sentence, which is written by hand, and with the classes and
 * tests that hold it, which are found in the sources by the number. Classes of a {@code model} package come first, and
 * of the tests those of these classes. A rule that a plan's certificate judges has at least one class that writes plans
 * by it and one that judges them; beside its tests stands the class of the checker that looks for breaches. It
 * needs {@code java.*} alone, so that {@code ./harrier rules --write} can start it from its source.
 */
public final class Rules {
    static final String NOT_BUILT = "not built yet";

    private static final int MOST_CLASSES = 3;
    private static final int MOST_TESTS = 2;
    /** A wider range, such as S10-S60, names none of its numbers. */
    private static final int WIDEST_RANGE = 10;

    private static final Path FILE = Path.of("docs", "rules.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([SDUM]\\d+) \\| ([^|]+) \\| ?([^|]*?) ?\\| ?([^|]*?) ?\\|");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![A-Za-z0-9])([SDUM])(\\d{1,3})(?:[-–]\\1(\\d{1,3}))?(?![A-Za-z0-9])");

    private final Path root;
    private final List<Source> classes = new ArrayList<>();
    private final List<Source> tests = new ArrayList<>();
    private final List<Source> checkers = new ArrayList<>();
    private final Map<String, Path> used = new TreeMap<>();

    /** @param tests and {@code classes} as the file has them, each in backticks; or that it is not built yet */
    record Row(String number, String sentence, String classes, String tests) {
        @Override
        public String toString() {
            return "| %s | %s | %s | %s |"
                    .formatted(number, sentence, classes, tests)
                    .replace("|  |", "| |");
        }
    }

    /** @param root the folder of the whole project */
    Rules(Path root) throws IOException {
        this.root = root;
        for (var file : javaFiles(root)) {
            var source = Source.of(root.relativize(file), Files.readString(file));
            if (source.file().startsWith("testkit")) {
                continue; // it names numbers to test with them
            }
            source.all().forEach(number -> used.putIfAbsent(number, source.file()));
            if (source.isTest()) {
                tests.add(source);
            } else if (source.isMain()) {
                classes.add(source);
            } else if (source.checksPlans()) {
                checkers.add(source);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        var root = Path.of(args.length == 0 ? "." : args[0]);
        Files.writeString(root.resolve(FILE), new Rules(root).generated());
    }

    /** The rows as the file has them. */
    List<Row> rows() throws IOException {
        return Files.readString(root.resolve(FILE))
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    /** The row as the sources have it. */
    Row found(Row row) {
        ToIntFunction<Source> rank = source -> source.rank(row.number());
        var holders = holders(rank).stream().map(Source::name).toList();
        var theirs = holders.stream().map(name -> name + "Test").toList();
        ToIntFunction<Source> testRank =
                test -> rank.applyAsInt(test) * (theirs.contains(test.name()) ? Source.PREFERRED : 1);
        var held = Stream.concat(
                        ranked(tests, testRank).stream().limit(MOST_TESTS).map(Source::name),
                        ranked(checkers, rank).stream()
                                .limit(holders.isEmpty() ? 0 : 1)
                                .map(checker -> "checker." + checker.name()))
                .toList();
        return new Row(row.number(), row.sentence(), holders.isEmpty() ? NOT_BUILT : cell(holders), cell(held));
    }

    /** A file that uses it, by number. */
    Map<String, Path> used() {
        return used;
    }

    private String generated() throws IOException {
        return Files.readString(root.resolve(FILE))
                .lines()
                .map(line -> {
                    var row = ROW.matcher(line);
                    return row.matches()
                            ? found(new Row(row.group(1), row.group(2), "", "")).toString()
                            : line;
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The highest ranks; of a rule that the certificate judges at least one class that judges and one that writes. */
    private List<Source> holders(ToIntFunction<Source> rank) {
        var ranked = ranked(classes, rank);
        var chosen = new ArrayList<>(ranked.stream().limit(MOST_CLASSES).toList());
        if (ranked.stream().anyMatch(Source::judgesPlans)) {
            addOne(chosen, ranked, Source::judgesPlans);
            addOne(chosen, ranked, Source::writesPlans);
        }
        return chosen;
    }

    private static void addOne(List<Source> chosen, List<Source> ranked, Predicate<Source> kind) {
        if (chosen.stream().noneMatch(kind)) {
            ranked.stream().filter(kind).findFirst().ifPresent(chosen::add);
        }
    }

    /** The highest first; of classes with the same name the first. */
    private static List<Source> ranked(List<Source> sources, ToIntFunction<Source> rank) {
        int highest = sources.stream().mapToInt(rank).max().orElse(0);
        int tooLow = highest > Source.MENTION ? Source.MENTION : 0;
        var names = new HashSet<String>();
        return sources.stream()
                .filter(source -> rank.applyAsInt(source) > tooLow)
                .sorted(Comparator.comparingInt(rank).reversed().thenComparing(Source::name))
                .filter(source -> names.add(source.name()))
                .toList();
    }

    private static String cell(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** The sources of all modules. */
    static List<Path> javaFiles(Path root) throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> modules = Files.list(root)) {
            for (var sources : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> all = Files.walk(sources)) {
                    all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files.stream().sorted().toList();
    }

    /** The numbers of a text in its order, ranges spread out. */
    static List<String> numbersOf(String text) {
        return NUMBERS.matcher(text)
                .results()
                .flatMap(found -> {
                    int first = Integer.parseInt(found.group(2));
                    int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
                    return last - first >= WIDEST_RANGE
                            ? Stream.empty()
                            : IntStream.rangeClosed(first, last).mapToObj(n -> found.group(1) + n);
                })
                .toList();
    }

    /**
     * One source file, and how strongly it claims each number. A claim is a number in brackets, one that begins a
     * Javadoc, or one that is a text of its own, such as the rule of a refusal; what else names a number mentions it,
     * and holds it only where nothing claims it.
     *
     * @param all every number anywhere in the file
     * @param weights of its claims and mentions, by number
     */
    record Source(Path file, Set<String> all, Map<String, Integer> weights) {
        static final int MENTION = 1;
        static final int PREFERRED = 1000;
        private static final int CLAIM_OF_MEMBER = 3;
        private static final int CLAIM_OF_TEXT = 5;
        private static final int CLAIM_OF_TYPE = 10;

        private static final Path PLANS = Path.of("plan-service/src/main/java/run/harrier/plan/generation");
        private static final List<String> WRITERS = List.of("schedule", "start", "workout");
        private static final Path CHECKER = Path.of("plan-service/src/test/java/run/harrier/plan/checker");

        private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
        private static final Pattern CLAIM = Pattern.compile("\\([^()]*\\)|\\A/\\*\\*[\\s*]*[SDUM]\\d[^:.]*");
        private static final Pattern TEXT = Pattern.compile("\"[SDUM]\\d{1,3}\"|\\([SDUM]\\d{1,3}\\)");
        private static final Pattern TYPE =
                Pattern.compile("^[a-z -]*(?:class|record|interface|enum) [A-Z]", Pattern.MULTILINE);

        static Source of(Path file, String text) {
            var weights = new HashMap<String, Integer>();
            var type = TYPE.matcher(text);
            int start = type.find() ? type.start() : 0;
            JAVADOC.matcher(text).results().forEach(doc -> {
                var parts = doc.group().split("@param|@return", 2);
                add(weights, numbersOf(doc.group()), MENTION);
                add(weights, claimsOf(parts[0]), doc.start() < start ? CLAIM_OF_TYPE : CLAIM_OF_MEMBER);
                add(weights, parts.length == 1 ? List.of() : claimsOf(parts[1]), CLAIM_OF_MEMBER);
            });
            TEXT.matcher(JAVADOC.matcher(text).replaceAll(""))
                    .results()
                    .forEach(found -> add(weights, numbersOf(found.group()), CLAIM_OF_TEXT));
            return new Source(file, new HashSet<>(numbersOf(text)), weights);
        }

        private static List<String> claimsOf(String javadoc) {
            return CLAIM.matcher(javadoc)
                    .results()
                    .flatMap(found -> numbersOf(found.group()).stream())
                    .toList();
        }

        private static void add(Map<String, Integer> weights, List<String> numbers, int weight) {
            numbers.stream().distinct().forEach(number -> weights.merge(number, weight, Integer::sum));
        }

        String name() {
            return file.getFileName().toString().replace(".java", "");
        }

        boolean isTest() {
            return file.startsWith(file.getName(0).resolve("src/test")) && name().matches(".*(Test|IT)");
        }

        boolean isMain() {
            return file.startsWith(file.getName(0).resolve("src/main")) && !name().equals("package-info");
        }

        boolean writesPlans() {
            return WRITERS.stream().anyMatch(writers -> file.startsWith(PLANS.resolve(writers)));
        }

        boolean judgesPlans() {
            return file.startsWith(PLANS.resolve("certificate"));
        }

        boolean checksPlans() {
            return file.startsWith(CHECKER) && !isTest();
        }

        /** 0 when it does not name the number. */
        int rank(String number) {
            int weight = weights.getOrDefault(number, isTest() && all.contains(number) ? MENTION : 0);
            boolean first = isTest()
                    ? weight >= CLAIM_OF_TYPE
                    : weight > MENTION && file.toString().contains("/model/");
            return first ? PREFERRED + weight : weight;
        }
    }
}
