import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Part } from '../parts/part.js';

interface Line {
  course: string;
  name: string;
  decision: 'required' | 'mandatory' | 'optional';
  done: boolean;
  reason: string;
}

interface Plan {
  stages: { stage: 'selfLearning' | 'eLearning' | 'classical'; courses: Line[] }[];
}

/** Which courses, stage by stage, and why each. */
export function PlanTable({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <Part title={t('journey.plan')}>
      {plan.stages.map(({ stage, courses }) => (
        <Table key={stage} verticalSpacing={6} mb="sm" captionSide="top">
          <Table.Caption ta="left" fw={600} c="dark">
            {t(`stage.${stage}`)}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('journey.course')}</Table.Th>
              <Table.Th>{t('journey.reason')}</Table.Th>
              <Table.Th>{t('journey.done')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {courses.map(({ course, name, decision, done, reason }) => (
              <Table.Tr key={course}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  <Badge variant="light" color={decision === 'optional' ? 'gray' : 'river'}>
                    {t(`decision.${decision}`)}
                  </Badge>
                  <Text size="xs" c="gray.7">
                    {reason}
                  </Text>
                </Table.Td>
                <Table.Td>{t(done ? 'journey.done' : 'journey.notDone')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Part>
  );
}
