import { ActionIcon, Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { IconPlus, IconSparkles, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { Choice } from './choice.js';
import type { InputProps, Said } from './field-input.js';
import { sensibleCompetencies, type SensibleCompetency } from './sensible.js';
import { competencyLevel } from './use-guidance.js';

interface Line {
  competency?: string;
  text?: string;
}

const MANAGERIAL = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'];

/** Lines of advice or of a plan, each with its competency; the KSA guidance can be taken as a first draft. */
export function AdviceLines({ name, draft, journey, error, change, label, description }: InputProps & Said) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  const given = (Array.isArray(draft[name]) ? draft[name] : []) as Line[];
  const lines = given.length === 0 ? [{}] : given;
  const set = (next: Line[]) => change({ [name]: next });
  const put = (at: number, change: Line) =>
    set(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <Fieldset legend={label}>
      {description !== undefined && (
        <Text size="sm" c="gray.7" mb="sm">
          {description}
        </Text>
      )}
      <Stack gap="md">
        {lines.map((line, index) => (
          <Stack key={index} gap={6}>
            <Group align="flex-end" wrap="nowrap" gap="xs">
              <div style={{ flex: 1 }}>
                <Choice
                  label={t('actions.line.competency', { number: index + 1 })}
                  value={line.competency ?? ''}
                  set={(competency) => put(index, { competency })}
                  options={MANAGERIAL.map((code) => ({ value: code, label: names?.get(code) ?? code }))}
                />
              </div>
              <ActionIcon
                variant="default"
                size={42}
                aria-label={t('actions.line.remove', { number: index + 1 })}
                disabled={lines.length === 1}
                onClick={() => set(lines.filter((_, at) => at !== index))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
            <Textarea
              label={t('actions.line.text', { number: index + 1 })}
              size="md"
              autosize
              minRows={2}
              value={line.text ?? ''}
              onChange={({ currentTarget }) => put(index, { text: currentTarget.value })}
            />
          </Stack>
        ))}
        {error !== undefined && (
          <Text role="alert" size="sm" c="red.8">
            {error}
          </Text>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => set([...lines, {}])}
          >
            {t('actions.line.add')}
          </Button>
          <FromGuidance
            journey={journey}
            take={(more) => set([...lines.filter(({ text }) => (text ?? '').trim() !== ''), ...more])}
          />
        </Group>
      </Stack>
    </Fieldset>
  );
}

/** For each competency that was not met: what the matrix offers for the next level. */
function FromGuidance({ journey, take }: Pick<InputProps, 'journey'> & { take: (lines: Line[]) => void }) {
  const { t } = useTranslation();
  const known = sensibleCompetencies(journey).filter(
    ({ competency, attained, standard }) => competency !== 'S1' && attained !== null && standard !== null,
  );
  const unmet = known.filter(({ attained, standard }) => (attained ?? 0) < (standard ?? 0));
  // Who lacks nothing is advised on what is weakest.
  const lacking = unmet.length > 0 ? unmet : weakest(known);
  const cells = useQueries({
    queries: lacking.map(({ competency, attained }) =>
      competencyLevel(competency, Math.min(HIGHEST, (attained ?? 0) + 1)),
    ),
  }).flatMap(({ data }) => data ?? []);
  if (cells.length === 0) return null;
  const draft = cells.map(
    ({ competency, level, knowledge, skillPersonal, skillInterpersonal, attitude, learningModels }) => ({
      competency,
      text: t('actions.line.draft', {
        level,
        items: [...knowledge, ...skillPersonal, ...skillInterpersonal].slice(0, 4).map(plain).join('; '),
        attitude: attitude.slice(0, 2).join(', '),
        models: learningModels.slice(0, 2).join(', '),
      }),
    }),
  );
  return (
    <Button variant="light" leftSection={<IconSparkles size={16} aria-hidden />} onClick={() => take(draft)}>
      {t('actions.line.fromGuidance')}
    </Button>
  );
}

const FEW = 3;
const HIGHEST = 5;

const weakest = (known: SensibleCompetency[]) =>
  known
    .filter(({ attained }) => (attained ?? 0) < HIGHEST)
    .sort((one, other) => (one.attained ?? 0) - (other.attained ?? 0))
    .slice(0, FEW);

/** The source puts in brackets what it carries over from another level. */
const plain = (item: string) => item.replace(/^\[(.*)\]$/, '$1');
