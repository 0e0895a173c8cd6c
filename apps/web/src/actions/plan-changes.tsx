import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice.js';
import type { JourneyView, PayloadOf, PlanLine, Stage } from './event-types.js';
import type { InputProps, Said } from './field-input.js';

type Change = PayloadOf<'placementRevised'>['changes'][number];
type CourseChange = Extract<Change, { course: string }>;

const MAY: Record<CourseChange['op'], (line: PlanLine) => boolean> = {
  add: ({ decision, added, done }) => decision === 'optional' && added !== true && !done,
  remove: ({ decision, added, done }) => decision === 'optional' && added === true && !done,
};

/** Courses that a revision puts into the plan or takes out; a class is changed with the cohort's classes. */
export function PlanChanges({ name, draft, journey, error, change, label }: InputProps & Said) {
  const { t } = useTranslation();
  const changes = (Array.isArray(draft[name]) ? draft[name] : []) as CourseChange[];
  const set = (next: CourseChange[]) => change({ [name]: next });
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {changes.map((one, index) => (
          <Group key={`${one.op} ${one.stage} ${one.course}`} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {t(`actions.change.${one.op}`)}: {nameOf(journey, one)} ({t(`stage.${one.stage}`)})
            </Text>
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => set(changes.filter((_, at) => at !== index))}
            >
              {t('actions.change.undo')}
            </Button>
          </Group>
        ))}
        {(['add', 'remove'] as const).map((op) => (
          <Candidates
            key={op}
            op={op}
            journey={journey}
            chosen={changes}
            take={(one) => set([...changes, one])}
          />
        ))}
        {error !== undefined && (
          <Text role="alert" size="sm" c="red.8">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

function Candidates(props: {
  op: CourseChange['op'];
  journey: JourneyView;
  chosen: CourseChange[];
  take: (change: CourseChange) => void;
}) {
  const { t } = useTranslation();
  const { op, journey, chosen, take } = props;
  const isChosen = (stage: Stage, course: string) =>
    chosen.some((one) => one.stage === stage && one.course === course);
  const lines = (journey.plan?.stages ?? []).flatMap(({ stage, courses }) =>
    courses.filter((line) => MAY[op](line) && !isChosen(stage, line.course)).map((line) => ({ stage, line })),
  );
  if (lines.length === 0) return null;
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <IconPlus size={16} aria-hidden style={{ marginBottom: 12 }} />
      <div style={{ flex: 1 }}>
        <Choice
          label={t(`actions.change.${op}`)}
          value=""
          set={(value) => {
            const found = lines.find(({ stage, line }) => `${stage} ${line.course}` === value);
            if (found) take({ op, stage: found.stage, course: found.line.course });
          }}
          options={lines.map(({ stage, line }) => ({
            value: `${stage} ${line.course}`,
            label: `${t(`stage.${stage}`)}: ${line.name}`,
          }))}
        />
      </div>
    </Group>
  );
}

const nameOf = ({ plan }: JourneyView, { stage, course }: CourseChange) =>
  plan?.stages.find((one) => one.stage === stage)?.courses.find((line) => line.course === course)?.name ??
  course;
