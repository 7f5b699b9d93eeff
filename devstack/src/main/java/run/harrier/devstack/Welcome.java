package run.harrier.devstack;

/** What a newcomer reads when the stack is up: the address, who can sign in, and three requests to paste. */
final class Welcome {

    private Welcome() {}

    static String text(StackConfig config) {
        return """

                Harrier is up: %1$s     (Ctrl-C stops everything)

                Sign in with a password equal to the name:
                  coach, assistant, stranger   coaches; stranger has another squad
                  ana, ben, chen               athletes without a profile yet
                  dana                         coach of the demonstration squad: eva, finn, gus
                  partner-demo                 a partner's client, its secret equal to its name

                Three requests to try:
                  TOKEN=$(curl -s %2$s/protocol/openid-connect/token -d grant_type=password \\
                    -d client_id=harrier-dev -d username=dana -d password=dana | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/v1/squads
                  curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/v1/squads/$(...)

                Where things are: issuer %2$s, logs in %3$s
                """.formatted(
                        config.address(Part.GATEWAY),
                        config.issuer(),
                        config.log(Part.GATEWAY).getParent());
    }
}
