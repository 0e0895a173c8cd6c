import { Badge, Box, Button, Card, Checkbox, Group, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { number, shortDay } from '../words/dates.js';
import type { ReactNode } from 'react';
import type { Judgement } from './judge-dialog.js';
import type { Verdict } from './verdicts.js';

interface Props {
  verdict: Verdict;
  mayConfirm: boolean;
  isChosen?: boolean;
  onToggle?: () => void;
  onJudge?: (judgement: Judgement) => void;
}

/** One proposed verdict with everything that it stands on, and what would turn it. */
export function VerdictCard({ verdict, mayConfirm, isChosen = false, onToggle, onJudge }: Props) {
  const { t } = useTranslation();
  const { participant, journeyId, agency, obstacle, phase } = verdict;
  const name = participant.name ?? '';
  const isOpen = mayConfirm && obstacle === null;
  return (
    <Card withBorder component="article" aria-label={name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Group align="flex-start" wrap="nowrap" gap="sm">
          {isOpen && onToggle && (
            <Checkbox
              mt={4}
              aria-label={t('verdicts.choose', { name })}
              checked={isChosen}
              onChange={onToggle}
            />
          )}
          <div>
            <Title order={3} size="h5">
              <PageLink to="/journeys/$id" params={{ id: journeyId }}>
                {name}
              </PageLink>
            </Title>
            <Text size="xs" c="gray.7">
              {agency}
              {verdict.assessedOn !== null &&
                ` · ${t('verdicts.assessedOn', { day: shortDay(verdict.assessedOn) })}`}
              {verdict.round > 0 && ` · ${t('verdicts.round', { round: verdict.round })}`}
            </Text>
          </div>
        </Group>
        <Outcome verdict={verdict} />
      </Group>
      <Basis verdict={verdict} />
      {mayConfirm && obstacle?.code === 'verdict.same_person' && (
        <Box mt="sm">
          <Notice tone="warn" title={t('verdicts.samePerson')}>
            {obstacle.text}
          </Notice>
        </Box>
      )}
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="gray.7">
          {verdict.due !== null && t('verdicts.by', { day: shortDay(verdict.due) })}{' '}
          {verdict.overdue && <Badge color={TONES.alarm}>{t('journey.overdue')}</Badge>}
        </Text>
        {phase === 'confirmation' && isOpen && onJudge && (
          <Group gap="xs">
            <Button variant="default" size="sm" onClick={() => onJudge('return')}>
              {t('verdicts.giveBack')}
            </Button>
            <Button size="sm" onClick={() => onJudge('confirm')}>
              {t('verdicts.confirm')}
            </Button>
          </Group>
        )}
      </Group>
    </Card>
  );
}

export function Outcome({ verdict: { meetsStandard } }: { verdict: Pick<Verdict, 'meetsStandard'> }) {
  const { t } = useTranslation();
  if (meetsStandard === null) return <Badge color={TONES.quiet}>{t('verdicts.open')}</Badge>;
  return (
    <Badge color={meetsStandard ? TONES.good : TONES.warn} style={{ flexShrink: 0 }}>
      {t(meetsStandard ? 'verdicts.met' : 'verdicts.notMet')}
    </Badge>
  );
}

function Basis({ verdict: { match, unmet, flip, recommendation } }: { verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} mt="sm">
      <Told title={t('verdicts.numbers')}>
        {match ? (
          <>
            <Text size="sm" className="number">
              {t('verdicts.match', { percent: number(match.percent) })}
            </Text>
            <Text size="xs" c="gray.7" className="number">
              {t('verdicts.points', {
                attained: match.attained,
                standard: match.standard,
                rated: match.rated,
              })}
            </Text>
          </>
        ) : (
          <Text size="sm">{t('verdicts.noNumbers')}</Text>
        )}
        {unmet.length > 0 && (
          <List size="sm" mt={4}>
            {unmet.map(({ competency, name, attained, standard }) => (
              <List.Item key={competency}>
                {t('verdicts.unmet', { name, attained: attained ?? t('verdicts.notRated'), standard })}
              </List.Item>
            ))}
          </List>
        )}
        {match && unmet.length === 0 && <Text size="sm">{t('verdicts.allMet')}</Text>}
      </Told>
      <Told title={t('verdicts.flip')}>
        <Text size="sm">{flip ?? '–'}</Text>
      </Told>
      <Told title={t('verdicts.recommendationTitle')}>
        {recommendation.length === 0 ? (
          <Text size="sm">{t('verdicts.notWritten')}</Text>
        ) : (
          <List size="sm">
            {recommendation.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        )}
      </Told>
    </SimpleGrid>
  );
}

function Told({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" fw={650} c="gray.8" mb={2}>
        {title}
      </Text>
      {children}
    </div>
  );
}
