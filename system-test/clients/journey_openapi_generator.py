"""The README's way with the Python client that openapi-generator makes of the document.

Called with the gateway's address and the tokens of a coach and of a person who has no athlete yet.
"""

import datetime
import sys
import uuid

import openapi_client as harrier


def client(gateway, token):
    return harrier.ApiClient(harrier.Configuration(host=gateway, access_token=token))


def walk(gateway, coach_token, athlete_token):
    coach, athlete = client(gateway, coach_token), client(gateway, athlete_token)
    today = datetime.date.today()
    monday = today - datetime.timedelta(days=today.weekday())

    profiles = harrier.ProfileApi(athlete)
    profile = profiles.create_athlete(
        harrier.Profile(
            display_name="Python",
            birth_date=datetime.date(1990, 5, 1),
            sex=harrier.Sex.FEMALE,
            time_zone="Europe/Berlin",
            level=harrier.Level.INTERMEDIATE,
            current_weekly_distance_metres=40000,
        )
    )
    athlete_id = profile.id
    changed = profiles.update_athlete(athlete_id, harrier.ProfilePatch(current_weekly_distance_metres=42000))
    assert changed.current_weekly_distance_metres == 42000 and changed.display_name == "Python"
    profiles.answer_intake(
        athlete_id,
        harrier.Intake(
            posture="UNKNOWN",
            mobility="UNKNOWN",
            movement_quality="UNKNOWN",
            injuries=[],
            habits="UNKNOWN",
            longest_run_minutes=80,
        ),
    )

    squads = harrier.SquadsApi(coach)
    squad = squads.create_squad(harrier.NewSquad(name="Python"))
    squads.invite_athlete(squad.id, harrier.NewInvitation(join_code=profile.join_code))
    own = harrier.SquadsApi(athlete)
    own.accept_invitation(own.list_own_invitations().items[0].id)

    harrier.FitnessApi(athlete).record_result(
        athlete_id,
        harrier.NewResult(
            kind=harrier.ResultKind.RACE,
            distance_metres=5000,
            duration_seconds=1200,
            on=today - datetime.timedelta(days=10),
        ),
    )
    assert abs(harrier.FitnessApi(coach).get_fitness(athlete_id).vdot - 49.8) < 0.1

    plan = harrier.PlansApi(coach).generate_plan(
        athlete_id,
        harrier.NewPlan(
            kind=harrier.PlanKind.RACE,
            start=monday,
            goal=harrier.Goal(distance_metres=10000, date=monday + datetime.timedelta(days=83)),
            days_per_week=5,
        ),
    )
    assert all(entry.holds for entry in plan.certificate)
    assert len(harrier.SessionsApi(athlete).list_sessions(athlete_id).items) >= 8

    activities = harrier.ActivitiesApi(athlete)
    started = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=26)
    gpx = points(started)
    uploaded = activities.upload_activity(
        athlete_id, gpx, idempotency_key=str(uuid.uuid4()), _content_type="application/gpx+xml"
    ).actual_instance
    again = activities.upload_activity(athlete_id, gpx, _content_type="application/gpx+xml").actual_instance
    assert again.duplicate_of == uploaded.id
    assert activities.get_streams(uploaded.id, athlete_id).distance_metres is not None
    assert len(harrier.LoadApi(coach).get_load(athlete_id, var_from=today - datetime.timedelta(days=6), to=today).days) == 7

    harrier.WellnessApi(athlete).enter_wellness(athlete_id, today, harrier.WellnessEntry(fatigue=5, sleep_hours=7.5))
    assert harrier.ReadinessApi(coach).get_readiness(athlete_id).reasons
    assert harrier.OverviewApi(coach).get_overview(squad.id).items[0].display_name == "Python"


def points(started):
    """Ten minutes at 3 m/s to the north."""
    track = "".join(
        '<trkpt lat="%.6f" lon="8.54"><time>%s</time></trkpt>'
        % (47 + 3 * second / 111195, (started + datetime.timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for second in range(0, 601, 5)
    )
    return (
        '<gpx version="1.1" creator="journey" xmlns="http://www.topografix.com/GPX/1/1">'
        "<trk><type>running</type><trkseg>%s</trkseg></trk></gpx>" % track
    ).encode()


if __name__ == "__main__":
    walk(*sys.argv[1:])
