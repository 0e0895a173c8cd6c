import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { JourneyActions } from '../actions/journey-actions.js';
import { useToday } from '../actions/use-today.js';
import { history, journey, me } from '../api/queries.js';
import { JourneyDiagramPart } from '../diagram/journey-diagram.js';
import { Answer } from '../parts/answer.js';
import { TONES } from '../parts/tones.js';
import { rolesOf } from '../shell/roles.js';
import { DaySlider, PastNote } from './day-slider.js';
import { DeadlineTable } from './deadline-table.js';
import { DecisionsPart } from './decisions-part.js';
import { DocumentsPart } from './documents-part.js';
import { GapTable } from './gap-table.js';
import { JourneyHead } from './journey-head.js';
import { JourneyParts } from './journey-parts.js';
import { endOf, type JourneySearch } from './past-day.js';
import { PlanTable } from './plan-table.js';
import { decisions, journeyAt, type Journey } from './queries.js';
import { SessionsPart } from './sessions-part.js';
import { Story } from './story.js';
import { ThreeThings } from './three-things.js';
import { WorkPart } from './work-part.js';
import './words.js';

/** Where it stands, what comes next and by when, whose turn it is; then how it came here, and why. */
export function JourneyPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { at } = useSearch({ strict: false }) as JourneySearch;
  const present = useQuery(journey(id));
  return <Answer of={present}>{(now) => <AsOf id={id} now={now} wanted={at ?? null} />}</Answer>;
}

/** The page of a day; the present one gives the zone and the days that may be asked for. */
function AsOf({ id, now, wanted }: { id: string; now: Journey; wanted: string | null }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const zone = now.cohort.zone;
  const today = useToday(zone);
  const past = wanted !== null && wanted < today ? wanted : null;
  const day = past ?? today;
  const at = past === null ? null : endOf(past, zone);
  const page = useQuery(journeyAt(id, at));
  const told = useQuery(history(id));
  const why = useQuery(decisions(id, at));
  const account = useQuery(me());
  const onDay = (to: string | null) =>
    void go({ to: '/journeys/$id', params: { id }, search: to === null ? {} : { at: to }, replace: true });
  const roles = account.data ? rolesOf(account.data) : [];
  const isOwn = account.data?.personId != null && account.data.personId === now.participant.id;
  const first = told.data?.log[0]?.at.slice(0, 10);
  return (
    <>
      <JourneyHead journey={now} isOwn={isOwn} />
      {now.restriction !== null && (
        <Alert color={TONES.warn} variant="light" title={t('way.restricted')} mb="md">
          {now.restriction}
        </Alert>
      )}
      {past !== null && <PastNote day={past} onNow={() => onDay(null)} />}
      <Answer of={page}>
        {(shown) => (
          <>
            <ThreeThings journey={shown} day={day} roles={roles} />
            <JourneyParts
              actions={
                past === null && (
                  <JourneyActions journeyId={id} revision={shown.revision} actions={shown.actions} />
                )
              }
              deadlines={<DeadlineTable journey={shown} maySteer={past === null && mayRun(roles)} />}
              tasks={past === null && <WorkPart id={id} />}
              way={<JourneyDiagramPart id={id} at={at} day={day} />}
              day={
                first !== undefined &&
                first < today && <DaySlider first={first} today={today} day={day} onDay={onDay} />
              }
              reasons={
                <>
                  {shown.gaps && <GapTable gaps={shown.gaps} after={shown.gapsAfter} />}
                  {shown.plan && <PlanTable plan={shown.plan} decisions={why.data?.items ?? []} />}
                  <DecisionsPart decisions={why.data?.items ?? []} />
                </>
              }
              story={<Answer of={told}>{(known) => <Story history={known} until={at} />}</Answer>}
              records={
                <>
                  <DocumentsPart journey={shown} at={at} />
                  <SessionsPart id={id} at={at} />
                </>
              }
            />
          </>
        )}
      </Answer>
    </>
  );
}

/** The institute and LAN may move dates and let a journey rest; the API has the last word. */
const mayRun = (roles: readonly string[]) => roles.some((role) => role === 'institute' || role === 'lan');
