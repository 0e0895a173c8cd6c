import { Badge, Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { Answer } from '../parts/answer.js';
import { cohort as cohortQuery } from '../api/queries.js';
import { BackLink } from '../parts/back-link.js';
import { PageLink } from '../parts/page-link.js';
import { Refusal } from '../parts/refusal.js';
import { useTabTitle } from '../parts/tab-title.js';
import { dayInWords, number } from '../words/dates.js';
import { CheckedRows } from './checked-rows.js';
import { STATUS_TONE } from './history.js';
import { importsOf, oneImport, saveRejected, type ImportBatch, type ImportDetail } from './imports.js';
import { Undo } from './undo.js';
import { ReadFrom } from './upload.js';
import './words.js';

/** One upload: how far it is, what became of each row, and the way to take it back. */
export function ImportPage() {
  const { id: cohort, import: id } = useParams({ strict: false }) as { id: string; import: string };
  const { t } = useTranslation();
  const all = useQuery(importsOf(cohort));
  const listed = all.data?.items.find((one) => one.id === id);
  const name = useQuery(cohortQuery(cohort)).data?.name;
  useTabTitle(listed ? [nameOf(listed, t), dayInWords(listed.at), name] : []);
  const isRunning = listed?.status === 'running';
  // Rows are asked for once they are all there; until then the list says how far it is.
  const detail = useQuery({
    ...oneImport(id, listed?.status),
    enabled: !isRunning && (listed !== undefined || (all.isSuccess && !all.isFetching)),
  });
  return (
    <Stack>
      <BackLink to="/cohorts/$id/enrolment" params={{ id: cohort }}>
        {t('enrolment.back')}
      </BackLink>
      <Card withBorder>
        {listed && isRunning ? (
          <Running of={listed} />
        ) : (
          <Answer of={detail}>{(of) => <Finished of={of} cohort={cohort} />}</Answer>
        )}
      </Card>
    </Stack>
  );
}

/** What was uploaded is called as its file was. */
const nameOf = ({ fileName, kind }: Pick<ImportBatch, 'fileName' | 'kind'>, t: TFunction): string =>
  fileName === '' ? t(`enrolment.kind.${kind}`) : fileName;

function Heading({ of: { fileName, kind, at, by, status } }: { of: ImportBatch }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="sm">
        <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {nameOf({ fileName, kind }, t)}
        </Title>
        <Badge color={STATUS_TONE[status]}>{t(`enrolment.status.${status}`)}</Badge>
      </Group>
      <Text size="sm" c="gray.7" mb="sm">
        {[...(fileName === '' ? [] : [t(`enrolment.kind.${kind}`)]), dayInWords(at), by].join(' · ')}
      </Text>
    </>
  );
}

function Running({ of }: { of: ImportBatch }) {
  const { t } = useTranslation();
  const { done, total } = of;
  const said = t('enrolment.progress', { done: number(done), total: number(total) });
  return (
    <>
      <Heading of={of} />
      <Progress value={(100 * done) / Math.max(1, total)} size="lg" aria-label={said} />
      <Text mt="xs" role="status" aria-live="polite">
        {said}
      </Text>
      <Text size="sm" c="gray.7">
        {t('enrolment.mayLeave')}
      </Text>
    </>
  );
}

function Finished({ of, cohort }: { of: ImportDetail; cohort: string }) {
  const { t } = useTranslation();
  const { id, kind, status, counts } = of;
  // Of what was loaded with the sandbox only the number of rows is known.
  const isKept = of.lines.length > 0 || of.total === 0;
  const download = useMutation({
    mutationFn: () => saveRejected(id, `${t('enrolment.rejectedName')}.xlsx`),
  });
  return (
    <>
      <Heading of={of} />
      <Ended of={of} />
      {isKept ? (
        <>
          <Text size="sm" mb="sm">
            {status !== 'undone' && <strong>{t('enrolment.stored', { count: of.accepted })}. </strong>}
            <ReadFrom source={of.source} />
          </Text>
          <CheckedRows of={of} />
        </>
      ) : (
        <Text>{t('enrolment.notKept', { count: of.total })}</Text>
      )}
      <Refusal of={download.error} />
      <Group mt="md">
        {kind === 'roster' && status === 'done' && (
          <Button
            variant="light"
            renderRoot={(props) => (
              <PageLink
                to="/cohorts/$id/enrolment"
                params={{ id: cohort }}
                search={{ kind: 'profiles' }}
                {...props}
              />
            )}
          >
            {t('enrolment.next.profiles')}
          </Button>
        )}
        <Button
          variant="light"
          renderRoot={(props) => <PageLink to="/cohorts/$id" params={{ id: cohort }} {...props} />}
        >
          {t('enrolment.next.board')}
        </Button>
        {counts.rejected > 0 && (
          <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
            {t('enrolment.saveRejected')}
          </Button>
        )}
        {isKept && (status === 'done' || status === 'stopped') && <Undo of={of} />}
      </Group>
    </>
  );
}

/** Why it is not what it was meant to be. */
function Ended({ of: { stopped, undone } }: { of: ImportDetail }) {
  const { t } = useTranslation();
  if (undone)
    return (
      <Notice tone="quiet" mb="sm">
        {t('enrolment.wasUndone', { by: undone.by, at: dayInWords(undone.at), reason: undone.reason })}
      </Notice>
    );
  if (!stopped) return null;
  return (
    <Notice tone="alarm" mb="sm" title={t('enrolment.stopped')}>
      {stopped.row === null ? t('enrolment.stoppedBefore') : t('enrolment.stoppedAt', { row: stopped.row })}
    </Notice>
  );
}
