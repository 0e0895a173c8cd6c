import { Badge, Group, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { FoldingPart } from '../parts/folding-part.js';
import { inNames } from './in-names.js';
import type { Decision, Journey } from './queries.js';
import { Reasons } from './reasons.js';
import './words.js';

type Plan = NonNullable<Journey['plan']>;
type Line = Plan['stages'][number]['courses'][number];
type ReasonOf = (stage: string, course: string) => Decision | undefined;

/** Which courses, stage by stage, and why each; what is not required opens when asked for. */
export function PlanTable({ plan, decisions }: { plan: Plan; decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  const reasonOf: ReasonOf = (stage, course) =>
    decisions.find(({ subject }) => subject['course'] === course && subject['stage'] === stage);
  const asked = new Set(
    plan.stages.flatMap(({ courses }) => courses.filter(isTaken).map(({ course }) => course)),
  );
  return (
    <FoldingPart title={t('journey.plan')} about={t('way.courseCount', { count: asked.size })}>
      {plan.stages.map(({ stage, courses }) => {
        const taken = courses.filter(isTaken);
        const optional = courses.filter((line) => !isTaken(line));
        return (
          <section key={stage} aria-label={t(`stage.${stage}`)} style={{ marginBottom: 16 }}>
            <Title order={3} size="h6" mb={4}>
              {t(`stage.${stage}`)}
            </Title>
            {taken.length > 0 && <Courses {...{ stage, reasonOf }} lines={taken} />}
            {optional.length > 0 && (
              <details>
                <Text component="summary" size="sm" c="river.8" style={{ cursor: 'pointer' }}>
                  {t('way.optional', { count: optional.length })}
                </Text>
                <Courses {...{ stage, reasonOf }} lines={optional} />
              </details>
            )}
          </section>
        );
      })}
      {plan.notes.map((note) => (
        <Text key={note} size="sm" c="gray.7">
          {note}
        </Text>
      ))}
    </FoldingPart>
  );
}

const isTaken = ({ decision, added }: Line) => decision !== 'optional' || added === true;

function Courses({ lines, stage, reasonOf }: { lines: Line[]; stage: string; reasonOf: ReasonOf }) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('journey.course')}</Table.Th>
          <Table.Th>{t('journey.standing')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ course, name, decision, done, reason, emphasisReason, hours }) => {
          const why = reasonOf(stage, course);
          return (
            <Table.Tr key={course}>
              <Table.Td>
                <Group gap={6}>
                  <Text size="sm" fw={600}>
                    {name}
                  </Text>
                  <Badge variant="light" color={decision === 'optional' ? 'gray' : 'river'}>
                    {t(`decision.${decision}`)}
                  </Badge>
                  {hours !== undefined && (
                    <Text size="xs" c="gray.7">
                      {t('way.hours', { count: hours })}
                    </Text>
                  )}
                </Group>
                <Text size="xs" c="gray.7">
                  {inNames(reason, names)}
                  {emphasisReason !== undefined && ` ${inNames(emphasisReason, names)}`}
                </Text>
                {why && <Reasons decision={why} />}
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                {done ? `✓ ${t('journey.done')}` : t('journey.notDone')}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
