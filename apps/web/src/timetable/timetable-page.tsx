import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { clock, cohort, me } from '../api/queries.js';
import { runsIt } from '../cohorts/sections.js';
import type { CohortView } from '../cohorts/cohort-view.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { Refusal } from '../parts/refusal.js';
import { saveFile } from '../parts/save-file.js';
import { CancelDialog } from './cancel-dialog.js';
import { DayList } from './day-list.js';
import type { TimetableSearch } from './routes.js';
import { SessionDialog } from './session-dialog.js';
import { sessions, type Session } from './timetable.js';
import { mondayOf } from './week.js';
import { Week } from './week-view.js';
import './words.js';

/** A cohort's sessions, as a list or week by week; who runs it plans them. */
export function TimetablePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const about = useQuery(cohort(id));
  const found = useQuery(sessions(id));
  return (
    <Answer of={about}>
      {(known) => <Answer of={found}>{(all) => <Timetable cohort={known} all={all} />}</Answer>}
    </Answer>
  );
}

type Asked = { act: 'plan' } | { act: 'change' | 'cancel'; session: Session };

function Timetable({ cohort: known, all }: { cohort: CohortView; all: Session[] }) {
  const { t } = useTranslation();
  const { data: account } = useQuery(me());
  const { data: time } = useQuery(clock());
  const search = useSearch({ strict: false }) as TimetableSearch;
  const go = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayPlan = account ? runsIt(known, account) : false;
  const today = (time?.now ?? new Date().toISOString()).slice(0, 10);
  const first = all.find(({ date }) => date >= today)?.date ?? all[0]?.date ?? known.startsOn ?? today;
  const show = (change: TimetableSearch) =>
    void go({ to: '/cohorts/$id/timetable', params: { id: known.id }, search: change, replace: true });
  const acts = {
    ...{ cohortId: known.id, mayPlan },
    onChange: (session: Session) => setAsked({ act: 'change', session }),
    onCancel: (session: Session) => setAsked({ act: 'cancel', session }),
  };
  return (
    <>
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={t('timetable.view')}
          value={search.view ?? 'list'}
          onChange={(view) => show(view === 'week' ? { view, on: first } : {})}
          data={[
            { value: 'list', label: t('timetable.list') },
            { value: 'week', label: t('timetable.week') },
          ]}
        />
        <Group gap="xs">
          {all.length > 0 && <Download cohort={known} />}
          {mayPlan && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setAsked({ act: 'plan' })}
            >
              {t('timetable.add')}
            </Button>
          )}
        </Group>
      </Group>
      {all.length === 0 ? (
        <Message
          title={t('timetable.empty')}
          about={t(mayPlan ? 'timetable.emptyPlan' : 'timetable.emptyAbout')}
        />
      ) : search.view === 'week' ? (
        <Week
          monday={mondayOf(search.on ?? first)}
          all={all}
          acts={acts}
          onWeek={(on) => show({ view: 'week', on })}
        />
      ) : (
        <>
          <Text mb="sm">
            {t('timetable.count', { count: all.filter((one) => !('cancelledAt' in one)).length })}
          </Text>
          <DayList all={all} today={today} acts={acts} />
        </>
      )}
      {asked?.act === 'cancel' && (
        <CancelDialog cohortId={known.id} session={asked.session} onClose={() => setAsked(null)} />
      )}
      {asked && asked.act !== 'cancel' && (
        <SessionDialog
          cohort={known}
          session={asked.act === 'change' ? asked.session : null}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function Download({ cohort: { id, name } }: { cohort: CohortView }) {
  const { t } = useTranslation();
  const fetched = useMutation({
    mutationFn: () =>
      answerOf(api.GET('/api/v1/cohorts/{id}/timetable.xlsx', { params: { path: { id } }, parseAs: 'blob' })),
    onSuccess: (sheet) => saveFile(sheet as unknown as Blob, `${name}.xlsx`),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={fetched.isPending}
        onClick={() => fetched.mutate()}
      >
        {t('timetable.download')}
      </Button>
      <Refusal of={fetched.error} />
    </>
  );
}
