package run.harrier.devstack;

/** What a newcomer reads when the stack is up: the address, who can sign in, and three requests to paste. */
final class Welcome {

    private Welcome() {}

    static String text(StackConfig config, boolean demo) {
        return demo ? text(config, DEMO_PEOPLE, DEMO_REQUESTS) : text(config, "", REQUESTS);
    }

    private static final String DEMO_PEOPLE = """
              dana                         coach of the demonstration squad: athletes eva, finn, gus, hana, ida, jon
                                           and kai
            """;

    private static final String DEMO_REQUESTS = """
              as dana $api/squads
              me=$(as eva $api/athletes/me | sed 's/.*"id":"\\([^"]*\\)".*/\\1/'); as dana $api/athletes/$me/fitness
              as eva $api/athletes/$me/sessions
            """;

    private static final String REQUESTS = """
              as coach $api/squads -d '{"name": "Tuesday track"}'
              as ana $api/athletes -d '{"displayName": "Ana", "birthDate": "1994-03-02", "sex": "FEMALE",
                "timeZone": "Europe/Berlin", "level": "INTERMEDIATE", "currentWeeklyDistanceMetres": 40000}'
              as ana $api/athletes/me
            """;

    private static String text(StackConfig config, String people, String requests) {
        return """

                Harrier is up: %s     (Ctrl-C stops everything)

                Sign in; each password is the name:
                  coach, assistant, stranger   coaches without a squad yet
                  ana, ben, chen               athletes without a profile yet
                %s  partner-demo                 a partner's client, its secret equal to its name

                Three first requests to try, after these two lines:
                  api=%s/api/v1
                  as() { who=$1; shift; token=$(curl -s %s/protocol/openid-connect/token -d grant_type=password \\
                    -d client_id=harrier-dev -d username=$who -d password=$who | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                    curl -s -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; echo; }
                %s""".formatted(
                        config.address(Part.GATEWAY), people, config.address(Part.GATEWAY), config.issuer(), requests);
    }
}
