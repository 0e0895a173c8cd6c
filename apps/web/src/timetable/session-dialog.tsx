import { Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { clock } from '../api/queries.js';
import type { CohortView } from '../cohorts/cohort-view.js';
import { FormDialog } from '../parts/dialog-form.js';
import { faultsAt } from '../parts/faults-at.js';
import { say } from '../parts/say.js';
import { CheckReport } from './check-report.js';
import { SessionFields } from './session-fields.js';
import { bodyOf, FIELDS, valuesOf, type SessionValues } from './session-values.js';
import type { Checked, Session } from './timetable.js';

interface Props {
  cohort: CohortView;
  /** Null for a new one. */
  session: Session | null;
  onClose: () => void;
}

type Outcome = { saved: true } | { saved: false; checked: Checked; values: SessionValues };

/** Plans a session or changes one. What would clash is said first, and stands only with a reason. */
export function SessionDialog({ cohort, session, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: time } = useQuery(clock());
  const [values, setValues] = useState(() => valuesOf(session, firstDay(cohort, time?.now)));
  const [doubt, setDoubt] = useState<{ checked: Checked; values: SessionValues } | null>(null);
  const [allows, setAllows] = useState(false);
  const [reason, setReason] = useState('');
  const isDoubtful = doubt !== null && doubt.values === values;
  const clashes = isDoubtful && doubt.checked.clashes.length > 0;
  const save = useMutation({
    mutationFn: async (): Promise<Outcome> => {
      if (!isDoubtful) {
        const checked = await check(cohort.id, session, values);
        if (checked.clashes.length + checked.warnings.length > 0) return { saved: false, checked, values };
      }
      const more = {
        ...(clashes && { allowClashes: true }),
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      };
      await send(cohort.id, session, { ...bodyOf(values), ...more });
      return { saved: true };
    },
    onSuccess: async (outcome) => {
      if (!outcome.saved) return setDoubt(outcome);
      say(t(session ? 'timetable.changed' : 'timetable.planned'));
      await queries.invalidateQueries();
      onClose();
    },
  });
  const { at, left } = faultsAt(
    save.error,
    FIELDS.flatMap((field) => [field, `sessions[0].${field}`]),
  );
  const faults = Object.fromEntries(
    Object.entries(at).map(([path, text]) => [path.replace(/^sessions\[0\]\./, ''), text]),
  );
  return (
    <FormDialog
      size="lg"
      title={t(session ? 'timetable.changeSession' : 'timetable.add')}
      confirm={t(isDoubtful ? 'timetable.saveAnyway' : 'state.save')}
      isPending={save.isPending}
      isBarred={clashes && !allows}
      error={left}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <SessionFields cohort={cohort} values={values} faults={faults} onChange={setValues} />
      {isDoubtful && <CheckReport of={doubt.checked} programme={cohort.programme} />}
      {clashes && (
        <Checkbox
          label={t('timetable.allowClashes')}
          checked={allows}
          onChange={({ currentTarget }) => setAllows(currentTarget.checked)}
        />
      )}
      {(session !== null || clashes) && (
        <TextInput
          label={t('timetable.reason')}
          description={t('timetable.told')}
          required={clashes}
          minLength={3}
          maxLength={1000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

const firstDay = ({ startsOn }: CohortView, now = '') => {
  const today = now.slice(0, 10);
  return startsOn !== null && startsOn > today ? startsOn : today;
};

const check = (id: string, session: Session | null, values: SessionValues) =>
  answerOf(
    api.POST('/api/v1/cohorts/{id}/timetable/check', {
      params: { path: { id } },
      body: { sessions: [bodyOf(values)], ...(session && { insteadOf: [session.id] }) },
    }),
  );

type Body = ReturnType<typeof bodyOf> & { allowClashes?: boolean; reason?: string };

async function send(id: string, session: Session | null, body: Body): Promise<void> {
  if (session === null) {
    await answerOf(api.POST('/api/v1/cohorts/{id}/timetable', { params: { path: { id } }, body }));
    return;
  }
  const { kind: _kind, ...change } = body;
  await answerOf(
    api.PATCH('/api/v1/cohorts/{id}/timetable/{sessionId}', {
      params: { path: { id, sessionId: session.id } },
      body: { ...change, expectedRevision: session.revision },
    }),
  );
}
