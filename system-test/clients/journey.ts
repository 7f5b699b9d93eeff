// The README's way with the client that openapi-generator's typescript-fetch makes of the document.
// Called with the gateway's address and the tokens of a coach and of a person who has no athlete yet.
import * as harrier from './typescript-fetch/index';

declare const process: { argv: string[]; exit(code: number): void };

function expect(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(what);
  }
}

async function walk(gateway: string, coachToken: string, athleteToken: string): Promise<void> {
  const coach = new harrier.Configuration({ basePath: gateway, accessToken: coachToken });
  const athlete = new harrier.Configuration({ basePath: gateway, accessToken: athleteToken });
  const day = (ago: number): Date => new Date(Date.now() - ago * 86_400_000);
  const monday = day((new Date().getDay() + 6) % 7);

  const profiles = new harrier.ProfileApi(athlete);
  const profile = await profiles.createAthlete({
    profile: {
      displayName: 'TypeScript',
      birthDate: new Date('1990-05-01'),
      sex: harrier.Sex.Female,
      timeZone: 'Europe/Berlin',
      level: harrier.Level.Intermediate,
      currentWeeklyDistanceMetres: 40000,
    },
  });
  const athleteId = profile.id;
  const changed = await profiles.updateAthlete({ athleteId, profilePatch: { currentWeeklyDistanceMetres: 42000 } });
  expect(changed.currentWeeklyDistanceMetres === 42000 && changed.displayName === 'TypeScript', 'the patch merges');
  await profiles.answerIntake({
    athleteId,
    intake: {
      posture: 'UNKNOWN',
      mobility: 'UNKNOWN',
      movementQuality: 'UNKNOWN',
      injuries: [],
      habits: 'UNKNOWN',
      longestRunMinutes: 80,
    },
  });

  const squads = new harrier.SquadsApi(coach);
  const squad = await squads.createSquad({ newSquad: { name: 'TypeScript' } });
  await squads.inviteAthlete({ squadId: squad.id, newInvitation: { joinCode: profile.joinCode! } });
  const own = new harrier.SquadsApi(athlete);
  await own.acceptInvitation({ invitationId: (await own.listOwnInvitations({})).items[0].id });

  await new harrier.FitnessApi(athlete).recordResult({
    athleteId,
    newResult: { kind: harrier.ResultKind.Race, distanceMetres: 5000, durationSeconds: 1200, on: day(10) },
  });
  const fitness = await new harrier.FitnessApi(coach).getFitness({ athleteId });
  expect(Math.abs(fitness.vdot! - 49.8) < 0.1, 'one result gives one number');

  const plan = await new harrier.PlansApi(coach).generatePlan({
    athleteId,
    newPlan: {
      kind: harrier.PlanKind.Race,
      start: monday,
      goal: { distanceMetres: 10000, date: new Date(monday.getTime() + 83 * 86_400_000) },
      daysPerWeek: 5,
    },
  });
  expect(plan.certificate.every((entry) => entry.holds), 'the certificate holds');
  const sessions = await new harrier.SessionsApi(athlete).listSessions({ athleteId });
  expect(sessions.items.length >= 8, 'two weeks have sessions');

  const activities = new harrier.ActivitiesApi(athlete);
  // the client's header is that of FIT, the first of the document
  const gpx: harrier.InitOverrideFunction = async ({ init }) => ({
    headers: { ...init.headers, 'Content-Type': 'application/gpx+xml' },
  });
  const uploaded = await activities.uploadActivity({ athleteId, body: track() }, gpx);
  expect(uploaded.upload === 'RECORDED', 'the run is recorded');
  const again = await activities.uploadActivity({ athleteId, body: track() }, gpx);
  expect(
    again.upload === 'DUPLICATE' && uploaded.upload === 'RECORDED' && again.duplicateOf === uploaded.id,
    'the same run again is a duplicate',
  );
  if (uploaded.upload === 'RECORDED') {
    const streams = await activities.getStreams({ athleteId, activityId: uploaded.id });
    expect(streams.distanceMetres != null, 'the streams have distances');
  }
  const load = await new harrier.LoadApi(coach).getLoad({ athleteId, from: day(6), to: day(0) });
  expect(load.days.length === 7, 'seven days have a load');

  await new harrier.WellnessApi(athlete).enterWellness({
    athleteId,
    date: day(0),
    wellnessEntry: { fatigue: 5, sleepHours: 7.5, pain: [] },
  });
  const readiness = await new harrier.ReadinessApi(coach).getReadiness({ athleteId });
  expect(readiness.reasons.length > 0, 'exhaustion is a reason');
  const overview = await new harrier.OverviewApi(coach).getOverview({ squadId: squad.id });
  expect(overview.items[0].displayName === 'TypeScript', 'the coach sees the athlete');
}

/** Ten minutes at 3 m/s to the north, 26 hours ago. */
const started = Date.now() - 26 * 3_600_000;

function track(): Blob {
  let points = '';
  for (let second = 0; second <= 600; second += 5) {
    const time = new Date(started + second * 1000).toISOString().slice(0, 19);
    points += `<trkpt lat="${(47 + (3 * second) / 111195).toFixed(6)}" lon="8.54"><time>${time}Z</time></trkpt>`;
  }
  return new Blob([
    `<gpx version="1.1" creator="journey" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points}</trkseg></trk></gpx>`,
  ]);
}

walk(process.argv[2], process.argv[3], process.argv[4]).catch(async (failure) => {
  console.error(failure instanceof harrier.ResponseError ? await failure.response.text() : failure);
  process.exit(1);
});
