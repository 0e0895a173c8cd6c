import { List, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { shortDay } from '../words/dates.js';
import { programme as programmeQuery, type Checked } from './timetable.js';

type Clash = Checked['clashes'][number];

/** What clashes with what, and what is worth a second look. */
export function CheckReport({ of, programme }: { of: Checked; programme: string | null }) {
  const { t } = useTranslation();
  const found = useQuery({ ...programmeQuery(programme ?? ''), enabled: programme !== null });
  const courses = new Map(found.data?.courses.map(({ code, name }) => [code, name]));
  const said = ({ people, place, sessions }: Clash) => {
    const who = place ?? people.map(({ name }) => name).join(', ');
    const others = sessions
      .filter((session) => 'id' in session)
      .map(({ title, course, kind, date, time, cohort }) =>
        t('timetable.clashWith', {
          name: title ?? courses.get(course ?? '') ?? t(`timetable.kind.${kind}`),
          day: shortDay(date),
          ...{ time, cohort: cohort.name },
        }),
      );
    return `${who}: ${others.join('; ')}`;
  };
  return (
    <Stack gap="xs" role="status">
      {(['participant', 'trainer', 'room'] as const).map((kind) => {
        const clashes = of.clashes.filter((one) => one.kind === kind);
        if (clashes.length === 0) return null;
        return (
          <Notice key={kind} tone="alarm" title={t(`timetable.clash.${kind}`)}>
            <List size="sm">
              {clashes.map((clash) => (
                <List.Item key={clash.message}>{said(clash)}</List.Item>
              ))}
            </List>
          </Notice>
        );
      })}
      {of.warnings.length > 0 && (
        <Notice tone="warn" title={t('timetable.lookAgain')}>
          <List size="sm">
            {of.warnings.map(({ message }) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
        </Notice>
      )}
    </Stack>
  );
}
