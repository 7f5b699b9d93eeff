package run.harrier.load.recording.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SportNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN | Running; run; RUNNING; Treadmill Running; track_running; virtual run; jogging; 9; Run 10 km",
                "RUN | Laufen; Lauf; Dauerlauf; Waldlauf; Laufband; Joggen; Trainingslauf",
                "RUN | Course à pied; course; COURSE_A_PIED; footing; courir",
                "RUN | Correr; Carrera; corriendo; Corrida; Corsa; Podismo",
                "RUN | Hardlopen; hardloop; rennen; Bieganie; bieg; bieżnia",
                "RUN | Löpning; löptur; Løb; Løbetur; Løping; Juoksu; juoksulenkki; Běh; běhání; Koşu; koşma",
                "RUN | Бег; пробежка; ランニング; ジョギング; 跑步; 달리기; 러닝",
                "TRAIL_RUN | trail_running; Trail Run; trail; Berglauf; Traillauf; bieg górski; course de montagne",
                "TRAIL_RUN | Carrera de montaña; corsa in montagna; polkujuoksu; トレイルランニング; 越野跑; trail-hardlopen",
                "HIKE | Hiking; hike; 4; Trekking; Wandern; Wanderung; Randonnée; Senderismo; Trilha; Escursionismo",
                "HIKE | Vandring; Vaellus; Pěší turistika; wędrówka; поход; ハイキング; 登山; 徒步; 등산",
                "WALK | Walking; walk; 10; 13; Gehen; Spaziergang; Marche; promenade; Caminata; caminar; Caminhada",
                "WALK | Camminata; passeggiata; Wandelen; Spacer; marsz; Promenad; Gåtur; gang; Kävely; chůze; Yürüyüş",
                "WALK | Ходьба; прогулка; ウォーキング; 散歩; 步行; 걷기; nordic walking",
                "RIDE | Biking; cycling; Ride; 1; Radfahren; Rennrad; Rad; Vélo; Ciclismo; Fietsen; Rower; Cykling; велосипед",
                "SWIM | Swimming; 16; Schwimmen; Natation; Natación; Nuoto; Zwemmen; Pływanie; 水泳",
                "STRENGTH | strength_training; Fitness; Workout; Krafttraining",
                "OTHER | Other; ''; 99; Langlauf; Eislauf; Narciarstwo biegowe; běžky; беговые лыжи; motorcycling; 7"
            })
    void names_as_files_have_them(Sport sport, String names) {
        for (String name : names.split(";")) {
            assertThat(SportNames.sport(name)).as(name).isEqualTo(sport);
        }
    }
}
