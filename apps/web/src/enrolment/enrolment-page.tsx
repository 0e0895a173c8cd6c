import { Card, SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { History } from './history.js';
import { KINDS, kindIn } from './kinds.js';
import { Upload } from './upload.js';
import './words.js';

/** People, their reports and what happened to them come in from a sheet, in three steps that are alike. */
export function EnrolmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { kind = 'roster' } = kindIn(useSearch({ strict: false }));
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <Stack>
      <SegmentedControl
        aria-label={t('enrolment.kind.title')}
        value={kind}
        onChange={(chosen) =>
          void go({ to: '/cohorts/$id/enrolment', params: { id }, search: kindIn({ kind: chosen }) })
        }
        data={KINDS.map((one) => ({ value: one, label: t(`enrolment.short.${one}`) }))}
        style={{ alignSelf: 'flex-start' }}
        maw="100%"
      />
      <Card withBorder>
        <Upload key={`${id} ${kind}`} cohort={id} kind={kind} />
      </Card>
      <History cohort={id} />
    </Stack>
  );
}
