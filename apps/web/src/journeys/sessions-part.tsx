import { Anchor, Badge, Group, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { FoldingPart } from '../parts/folding-part.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { sessionsOf } from './queries.js';
import './words.js';

/** Coaching and mentoring so far, and how much evidence there is for each competency. */
export function SessionsPart({ id, at }: { id: string; at: string | null }) {
  const { t } = useTranslation();
  const sessions = useQuery(sessionsOf(id, at));
  return (
    <FoldingPart title={t('way.sessions')}>
      <Answer of={sessions}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('way.noSessions')}</Text>
          ) : (
            <>
              <PerCompetency items={items} />
              <Timeline bulletSize={12} lineWidth={2}>
                {[...items].reverse().map((one) => (
                  <Timeline.Item key={one.session}>
                    <Text size="xs" c="gray.7">
                      {[dayInWords(one.heldOn), t(`way.kind.${one.kind}`), one.byName]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                    <Text size="sm" fw={600} td={one.voided ? 'line-through' : undefined}>
                      {one.competencyName}
                    </Text>
                    {one.note !== null && <Text size="sm">{one.note}</Text>}
                    {one.evidence !== null && <Evidence evidence={one.evidence} />}
                    {one.voided && (
                      <Text size="sm" c="red.9">
                        {t('way.voided', { reason: one.voided.reason })}
                      </Text>
                    )}
                    {one.confirmedAt !== null && (
                      <Badge color={TONES.good} size="sm">
                        {t('way.confirmedByParticipant')}
                      </Badge>
                    )}
                  </Timeline.Item>
                ))}
              </Timeline>
            </>
          )
        }
      </Answer>
    </FoldingPart>
  );
}

function Evidence({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const isLink = /^https?:\/\//.test(evidence);
  return (
    <Text size="sm">
      {t('way.evidence')}:{' '}
      {isLink ? (
        <Anchor href={evidence} target="_blank" rel="noreferrer">
          {evidence}
        </Anchor>
      ) : (
        evidence
      )}
    </Text>
  );
}

interface Counted {
  competencyName: string;
  evidence: string | null;
  voided: object | null;
}

function PerCompetency({ items }: { items: Counted[] }) {
  const { t } = useTranslation();
  const standing = items.filter(({ voided }) => voided === null);
  const names = [...new Set(standing.map(({ competencyName }) => competencyName))];
  return (
    <Group
      component="ul"
      gap="xs"
      p={0}
      mb="sm"
      style={{ listStyle: 'none' }}
      aria-label={t('way.perCompetency')}
    >
      {names.map((name) => {
        const of = standing.filter(({ competencyName }) => competencyName === name);
        const proofs = of.filter(({ evidence }) => evidence !== null).length;
        return (
          <Text key={name} component="li" size="xs" px={8} py={3} bg="gray.1" style={{ borderRadius: 6 }}>
            <strong>{name}</strong>: {t('way.sessionCount', { count: of.length })},{' '}
            {t('way.evidenceCount', { count: proofs })}
          </Text>
        );
      })}
    </Group>
  );
}
