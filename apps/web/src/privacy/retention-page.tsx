import { Button, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { me } from '../api/queries.js';
import { Answer, Forbidden, isForbidden } from '../parts/answer.js';
import { AskAndDo } from '../parts/ask.js';
import { BackLink } from '../parts/back-link.js';
import { Message } from '../parts/message.js';
import { PageTitle } from '../parts/page-title.js';
import { Part } from '../parts/part.js';
import { rolesOf } from '../shell/roles.js';
import { momentInWords } from '../tasks/moment.js';
import { dayInWords, number } from '../words/dates.js';
import { type Preview, type RetentionRuns, retentionPreview, retentionRuns } from './queries.js';
import './words.js';

/** Whose periods have ended, what would go, and letting it go. */
export function RetentionPage() {
  const { t } = useTranslation();
  const preview = useQuery(retentionPreview());
  const runs = useQuery(retentionRuns());
  // Whichever is refused first: the page is one.
  if ([preview, runs].some(({ error }) => isForbidden(error))) return <Forbidden />;
  return (
    <Stack maw={960}>
      <div>
        <BackLink to="/account">{t('privacy.back')}</BackLink>
        <PageTitle mt={4}>{t('privacy.retentionTitle')}</PageTitle>
        <Text maw={760}>{t('privacy.retentionAbout')}</Text>
      </div>
      <Answer of={preview}>{(found) => <Found of={found} />}</Answer>
      <Runs of={runs} />
    </Stack>
  );
}

function Found({ of }: { of: Preview }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const account = useQuery(me());
  const mayRun =
    account.data !== undefined &&
    account.data !== null &&
    rolesOf(account.data).some((role) => role === 'admin' || role === 'operator');
  const version = t('privacy.version', { version: of.version, day: dayInWords(of.endedBefore) });
  if (of.persons === 0 && of.counts.length === 0)
    return (
      <>
        <Text size="sm" c="gray.7">
          {version}
        </Text>
        <Message title={t('privacy.dueNone')} about={t('privacy.dueNoneAbout')} />
      </>
    );
  return (
    <>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{t('privacy.persons', { count: of.persons })}</Text>
          <Text size="sm" c="gray.7">
            {version}
          </Text>
        </div>
        {mayRun && (
          <Button color="red.9" onClick={() => setAsking(true)}>
            {t('privacy.run')}
          </Button>
        )}
      </Group>
      <Part title={t('privacy.what')}>
        <Counts of={of.counts} />
      </Part>
      {of.people.length > 0 && (
        <Part title={t('privacy.who')}>
          <Stack gap={6} component="ul" m={0} pl="md">
            {of.people.map(({ id, name, institute, endedOn, keepsName }) => (
              <li key={id}>
                <Text size="sm" fw={600}>
                  {name ?? t('privacy.nameless')}
                </Text>
                <Text size="sm" c="gray.7">
                  {[institute, `${t('privacy.endedOn')} ${dayInWords(endedOn)}`].filter(Boolean).join(' · ')}
                </Text>
                {keepsName && <Text size="sm">{t('privacy.keepsName')}</Text>}
              </li>
            ))}
          </Stack>
        </Part>
      )}
      {isAsking && <RunDialog count={of.persons} counts={of.counts} onClose={() => setAsking(false)} />}
    </>
  );
}

function Counts({ of }: { of: Preview['counts'] }) {
  const { t } = useTranslation();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('privacy.what')}</Table.Th>
          <Table.Th ta="right">{t('privacy.count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.map(({ key, name, count }) => (
          <Table.Tr key={key}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right" className="number">
              {number(count)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RunDialog(props: { count: number; counts: Preview['counts']; onClose: () => void }) {
  const { t } = useTranslation();
  const { count, counts, onClose } = props;
  return (
    <AskAndDo
      question={{
        title: t('privacy.runAsk', { count }),
        label: t('privacy.runReason'),
        isRequired: true,
        confirm: t('privacy.run'),
        isHarmful: true,
      }}
      send={(reason) => answerOf(api.POST('/api/v1/retention/runs', { body: { reason } }))}
      told={({ persons, finished }) =>
        finished ? t('privacy.runDone', { count: persons }) : t('privacy.runBehind')
      }
      onClose={onClose}
    >
      <Counts of={counts} />
    </AskAndDo>
  );
}

function Runs({ of }: { of: UseQueryResult<RetentionRuns> }) {
  const { t } = useTranslation();
  return (
    <Part title={t('privacy.runs')}>
      <Answer of={of}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="gray.7">
              {t('privacy.runsNone')}
            </Text>
          ) : (
            <Stack gap={6} component="ul" m={0} pl="md">
              {items.map(({ id, at, actorName, reason, persons, planned, finishedAt }) => (
                <li key={id}>
                  <Text size="sm">
                    {t('privacy.runBy', { day: momentInWords(at), name: actorName ?? '—', count: persons })}
                  </Text>
                  <Text size="sm" c="gray.7">
                    {finishedAt === null
                      ? t('privacy.unfinished', { persons: number(persons), planned: number(planned) })
                      : t('privacy.why', { reason })}
                  </Text>
                  {finishedAt === null && planned > 0 && (
                    <Progress
                      value={(persons / planned) * 100}
                      aria-label={t('privacy.progress')}
                      maw={360}
                      mt={4}
                    />
                  )}
                </li>
              ))}
            </Stack>
          )
        }
      </Answer>
    </Part>
  );
}
