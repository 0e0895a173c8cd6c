import { Radio, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { competencyNames } from '../api/queries.js';
import { shortDay } from '../words/dates.js';
import { Choice } from './choice.js';
import type { JourneyView, PlanLine } from './event-types.js';
import type { InputProps, Said } from './field-input.js';
import { sensibleCompetencies } from './sensible.js';
import { sessions } from './sessions.js';
import { textOf } from './values.js';

/** Big targets to tap: those that are to be worked on, each with where it stands. */
export function CompetencyInput({ name, draft, journey, error, change, ...said }: InputProps & Said) {
  const { t } = useTranslation();
  const names = useQuery(competencyNames()).data;
  return (
    <Radio.Group
      label={said.label}
      description={said.description}
      required={said.required}
      size="md"
      error={error}
      value={textOf(draft[name])}
      onChange={(value) => change({ [name]: value, ksaItems: [] })}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
        {sensibleCompetencies(journey).map(({ competency, standard, attained }) => (
          <Radio.Card key={competency} value={competency} p="sm" className="tap">
            <Radio.Indicator />
            <span>
              <Text component="span" fw={600} display="block">
                {names?.get(competency) ?? competency}
              </Text>
              {standard !== null && (
                <Text component="span" size="sm" c="gray.7">
                  {t('actions.levelOf', { attained: attained ?? '–', standard })}
                </Text>
              )}
            </span>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

type Lines = { stage: string; line: PlanLine }[];

const linesOf = ({ plan }: JourneyView, among: (line: PlanLine) => boolean): Lines =>
  (plan?.stages ?? []).flatMap(({ stage, courses }) =>
    courses.filter(among).map((line) => ({ stage, line })),
  );

export function CourseInput({
  name,
  draft,
  journey,
  error,
  change,
  among,
  ...said
}: InputProps & Said & { among: (line: PlanLine) => boolean }) {
  const { t } = useTranslation();
  const lines = linesOf(journey, among);
  if (lines.length === 0) return <Text c="gray.7">{t('actions.noCourses')}</Text>;
  return (
    <Choice
      {...said}
      error={error}
      value={draft[name] === undefined ? '' : `${textOf(draft['stage'])} ${textOf(draft[name])}`}
      set={(value) => {
        const [stage, course] = value.split(' ');
        change({ [name]: course, stage });
      }}
      options={lines.map(({ stage, line }) => ({
        value: `${stage} ${line.course}`,
        label: `${t(`stage.${stage as 'classical'}`)}: ${line.name}`,
      }))}
    />
  );
}

/** Sessions that still count, the latest first; `open`: only those that the participant has not confirmed yet. */
export function SessionInput({
  name,
  draft,
  journey,
  error,
  change,
  open,
  ...said
}: InputProps & Said & { open: boolean }) {
  const { t } = useTranslation();
  const told = useQuery(sessions(journey.id)).data;
  const standing = (told?.items ?? []).filter(
    ({ voided, confirmedAt }) => voided === null && (!open || confirmedAt === null),
  );
  if (told && standing.length === 0) return <Text c="gray.7">{t('actions.noSessions')}</Text>;
  return (
    <Choice
      {...said}
      error={error}
      value={textOf(draft[name])}
      set={(value) => change({ [name]: value })}
      options={[...standing].reverse().map(({ session, kind, competencyName, heldOn }) => ({
        value: String(session),
        label: `${shortDay(heldOn)} · ${t(`actions.choice.${kind}`)} · ${competencyName}`,
      }))}
    />
  );
}
