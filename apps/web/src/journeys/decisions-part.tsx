import { Box, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { FoldingPart } from '../parts/folding-part.js';
import { dayInWords } from '../words/dates.js';
import { inNames } from './in-names.js';
import type { Decision } from './queries.js';
import { Reasons } from './reasons.js';
import './words.js';

/** Every decision beside the plan's lines: what it is, who confirmed it, and what it stands on. */
export function DecisionsPart({ decisions }: { decisions: readonly Decision[] }) {
  const { t, i18n } = useTranslation();
  const shown = decisions.filter(({ kind }) => kind !== 'planLine');
  const names = useQuery(competencyNames()).data;
  if (shown.length === 0) return null;
  return (
    <FoldingPart title={t('way.decisions')}>
      {shown.map((decision, index) => {
        const { confirmedAt, confirmedBy, madeAt, reason } = decision;
        const role = `role.${confirmedBy ?? ''}`;
        const who = i18n.exists(role) ? t(role as 'role.coach') : '';
        const when = [
          madeAt === null ? null : t('way.madeOn', { date: dayInWords(madeAt) }),
          confirmedAt === null
            ? t('way.onlyProposed')
            : t('way.confirmedOn', { date: dayInWords(confirmedAt), who }),
        ];
        return (
          <Box key={`${decision.kind}${String(index)}`} mb="sm">
            <Group gap={8} align="baseline">
              <Title order={3} size="h6">
                {titleOf(decision, t)}
              </Title>
              <Text size="sm" fw={600}>
                {outcomeOf(decision, t, (key) => i18n.exists(key))}
              </Text>
            </Group>
            <Text size="xs" c="gray.7">
              {when.filter(Boolean).join(' · ')}
            </Text>
            {reason !== undefined && <Text size="sm">{inNames(reason, names)}</Text>}
            <Reasons decision={decision} />
          </Box>
        );
      })}
    </FoldingPart>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

function titleOf({ kind, subject }: Decision, t: Words): string {
  if (kind === 'placement') return subject['of'] === 'route' ? t('way.route') : t('way.category');
  return kind === 'planLine' ? '' : t(`way.decisionKind.${kind}`);
}

/** A decision that has a name of its own is told by it; otherwise by the word for what was decided. */
function outcomeOf(
  { kind, decision, subject }: Decision,
  t: Words,
  exists: (key: string) => boolean,
): string {
  const key = `way.outcome.${decision ?? ''}`;
  if (exists(key)) return t(key as 'way.outcome.met');
  if (kind === 'group') return decision ?? '';
  return typeof subject['name'] === 'string' ? subject['name'] : '';
}
