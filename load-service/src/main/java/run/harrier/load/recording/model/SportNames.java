package run.harrier.load.recording.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The sports by the names under which files have them: in the languages of most runners, and Strava's numbers. Case,
 * accents and punctuation do not matter.
 */
public final class SportNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, Sport> STRAVA = Map.of(
            "1", Sport.RIDE,
            "4", Sport.HIKE,
            "9", Sport.RUN,
            "10", Sport.WALK,
            "11", Sport.STRENGTH,
            "13", Sport.WALK,
            "16", Sport.SWIM,
            "17", Sport.RIDE,
            "18", Sport.RIDE);

    /** The first row with a part of the name counts; a blank stands for the beginning or the end of a word. */
    private static final List<Row> ROWS = List.of(
            // they have the word for running in their names
            row(
                    Sport.OTHER,
                    "langlauf",
                    "skilauf",
                    "eislauf",
                    "schuhlauf",
                    " motor",
                    "narciar",
                    "biegowk",
                    "лыж",
                    "bezky"),
            row(Sport.OTHER, "bezeck", "ski run", " drive", "driving"),
            row(Sport.TRAIL_RUN, "trail run", "trailrun", "trail lauf", "traillauf", "berglauf", "course en sentier"),
            row(
                    Sport.TRAIL_RUN,
                    "course de montagne",
                    "carrera de montana",
                    "corrida de montanha",
                    "corrida em trilha"),
            row(
                    Sport.TRAIL_RUN,
                    "corsa in montagna",
                    "bieg gorsk",
                    "polkujuoks",
                    "terrængløb",
                    "terrengløp",
                    "terranglop"),
            row(Sport.TRAIL_RUN, "トレイルラン", "越野跑", "트레일"),
            row(Sport.RUN, " run", "run ", "running", " jog", "jogging", "treadmill", "marathon", "lauf", "laufband"),
            row(
                    Sport.RUN,
                    "course a pied",
                    " course ",
                    "courir",
                    "footing",
                    "correr",
                    " carrera",
                    " corrida",
                    " corsa"),
            row(Sport.RUN, "corriendo", "correndo", "podismo", "hardlo", " rennen ", "looptraining", "loopband"),
            row(
                    Sport.RUN, "bieg", "biez", "lopning", "loptur", " lopp", "løb", "løp", "juoks", " beh", "kosu",
                    "kosma"),
            row(Sport.RUN, "бег", "беж", "біг", "ランニング", "ジョギング", "跑", "달리기", "러닝", "런닝", "조깅"),
            row(
                    Sport.HIKE,
                    "hik",
                    "trek",
                    "wander",
                    "vandr",
                    "bergtour",
                    "randonn",
                    "senderismo",
                    "excursion",
                    "trilha"),
            row(
                    Sport.HIKE,
                    "escursion",
                    "wedrow",
                    "turystyka piesz",
                    "vaellus",
                    "pesi turistika",
                    "turistika",
                    " doga "),
            row(Sport.HIKE, "поход", "хайк", "ハイキング", "登山", "徒步", "远足", "遠足", "하이킹", "등산", "mountaineer"),
            row(
                    Sport.WALK,
                    "walk",
                    " gehen",
                    "spazier",
                    "marche ",
                    "promenad",
                    "balade",
                    "caminar",
                    "caminata",
                    "caminhada"),
            row(
                    Sport.WALK,
                    "caminando",
                    " andar",
                    "paseo",
                    "passeio",
                    "cammin",
                    "passeggi",
                    "wandel",
                    "spacer",
                    " chod"),
            row(Sport.WALK, "marsz", " gang ", "gatur", "kavel", "chuze", "prochazk", "yuruyus", "yurume", "snowsho"),
            row(Sport.WALK, "raquette", "ходьб", "прогул", "ウォーキング", "散歩", "步行", "健走", "散步", "走路"),
            row(Sport.WALK, "걷기", "산책", "워킹", "schneeschuh"),
            row(
                    Sport.RIDE,
                    "bik",
                    "cycl",
                    "ride",
                    "fahrrad",
                    "radfahr",
                    "radsport",
                    "radtour",
                    "rennrad",
                    " rad ",
                    " velo"),
            row(
                    Sport.RIDE,
                    "cicl",
                    "bicic",
                    "fiets",
                    " rower",
                    "cykel",
                    "cykl",
                    "sykkel",
                    "sykl",
                    "pyoraily",
                    " kolo "),
            row(Sport.RIDE, "велос", "bisiklet", "サイクリング", "自転車", "骑行", "騎", "자전거", "사이클"),
            row(
                    Sport.SWIM,
                    "swim",
                    "schwimm",
                    "natation",
                    "natac",
                    "nuoto",
                    "zwem",
                    "pływ",
                    "simning",
                    "svøm",
                    " uinti"),
            row(Sport.SWIM, "plavan", "плаван", "yuzme", "水泳", "游泳", "수영"),
            row(Sport.TRAIL_RUN, " trail "),
            row(Sport.STRENGTH, "strength", "training", "fitness", "workout", "kraft", "muscul", "fuerza", "kracht"),
            row(Sport.STRENGTH, "siłow", "styrke", "силов", "筋", "力量", "근력"));

    private SportNames() {}

    private record Row(Sport sport, List<String> parts) {}

    private static Row row(Sport sport, String... parts) {
        return new Row(sport, Arrays.stream(parts).map(SportNames::plain).toList());
    }

    /** The sport behind a name ("Running", "trail_run", "Laufen", Strava's "9"); {@link Sport#OTHER} when it is not known. */
    public static Sport sport(String name) {
        String text = " " + plain(name).strip() + " ";
        Sport numbered = STRAVA.get(text.strip());
        if (numbered != null) {
            return numbered;
        }
        Sport sport = ROWS.stream()
                .filter(row -> row.parts().stream().anyMatch(text::contains))
                .findFirst()
                .map(Row::sport)
                .orElse(Sport.OTHER);
        return sport == Sport.RUN && text.contains("trail") ? Sport.TRAIL_RUN : sport;
    }

    private static String plain(String name) {
        String letters =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(letters.toLowerCase(Locale.ROOT).replace('ı', 'i'))
                .replaceAll(" ");
    }
}
