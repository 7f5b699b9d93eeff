"""The README's way with the client that openapi-python-client makes of the document.

Called with the gateway's address and the tokens of a coach and of a person who has no athlete yet. That client sends no
TCX and GPX, as it takes their bodies for text with a payload: the run is entered by hand.
"""

import datetime
import sys

from harrier_client import AuthenticatedClient
from harrier_client.api.activities import upload_activity
from harrier_client.api.fitness import get_fitness, record_result
from harrier_client.api.load import get_load
from harrier_client.api.overview import get_overview
from harrier_client.api.plans import generate_plan
from harrier_client.api.profile import answer_intake, create_athlete, update_athlete
from harrier_client.api.readiness import get_readiness
from harrier_client.api.sessions import list_sessions
from harrier_client.api.squads import accept_invitation, create_squad, invite_athlete, list_own_invitations
from harrier_client.api.wellness import enter_wellness
from harrier_client.models import (
    Goal,
    Intake,
    NewActivity,
    NewInvitation,
    NewPlan,
    NewResult,
    NewSquad,
    Problem,
    Profile,
    ProfilePatch,
    WellnessEntry,
)


def walk(gateway, coach_token, athlete_token):
    coach = AuthenticatedClient(base_url=gateway, token=coach_token)
    athlete = AuthenticatedClient(base_url=gateway, token=athlete_token)
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday())

    def call(operation, *ids, client=athlete, **rest):
        answer = operation.sync(*ids, client=client, **rest)
        assert not isinstance(answer, Problem), answer
        return answer

    profile = call(
        create_athlete,
        body=Profile.from_dict(
            {
                "displayName": "Python client",
                "birthDate": "1990-05-01",
                "sex": "FEMALE",
                "timeZone": "Europe/Berlin",
                "level": "INTERMEDIATE",
                "currentWeeklyDistanceMetres": 40000,
            }
        ),
    )
    athlete_id = profile.id
    changed = call(update_athlete, athlete_id, body=ProfilePatch(current_weekly_distance_metres=42000))
    assert changed.current_weekly_distance_metres == 42000 and changed.display_name == "Python client"
    intake = {key: "UNKNOWN" for key in ("posture", "mobility", "movementQuality", "habits")}
    call(answer_intake, athlete_id, body=Intake.from_dict({**intake, "injuries": [], "longestRunMinutes": 80}))

    squad = call(create_squad, client=coach, body=NewSquad(name="Python client"))
    call(invite_athlete, squad.id, client=coach, body=NewInvitation(join_code=profile.join_code))
    call(accept_invitation, call(list_own_invitations).items[0].id)

    ran = (today - datetime.timedelta(days=10)).isoformat()
    result = {"kind": "RACE", "distanceMetres": 5000, "durationSeconds": 1200, "on": ran}
    call(record_result, athlete_id, body=NewResult.from_dict(result))
    assert abs(call(get_fitness, athlete_id, client=coach).vdot - 49.8) < 0.1

    race = (monday + datetime.timedelta(days=83)).isoformat()
    wish = {"kind": "RACE", "start": monday.isoformat(), "goal": {"distanceMetres": 10000, "date": race}, "daysPerWeek": 5}
    plan = call(generate_plan, athlete_id, client=coach, body=NewPlan.from_dict(wish))
    assert all(entry.holds for entry in plan.certificate)
    assert len(call(list_sessions, athlete_id).items) >= 8

    started = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=26)
    run = {"sport": "RUN", "startedAt": started.isoformat(), "durationSeconds": 1800, "distanceMetres": 5400, "rpe": 3}
    uploaded = call(upload_activity, athlete_id, body=NewActivity.from_dict(run))
    again = call(upload_activity, athlete_id, body=NewActivity.from_dict(run))
    assert again.duplicate_of == uploaded.id
    days = call(get_load, athlete_id, client=coach, from_=today - datetime.timedelta(days=6), to=today).days
    assert len(days) == 7

    call(enter_wellness, athlete_id, today, body=WellnessEntry(fatigue=5, sleep_hours=7.5, pain=[]))
    assert call(get_readiness, athlete_id, client=coach).reasons
    assert call(get_overview, squad.id, client=coach).items[0].display_name == "Python client"


if __name__ == "__main__":
    walk(*sys.argv[1:])
