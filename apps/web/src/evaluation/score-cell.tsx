import { Text, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../words/dates.js';
import { cellOf, type Scores } from './use-scores.js';
import { isOpen, type Component, type Person } from './evaluation.js';
import { neighbour } from './neighbour.js';

interface Cell {
  person: Person;
  component: Component;
  name: string;
  scores: Scores;
  mayScore: boolean;
  bar: number;
  onPaste: (text: string) => void;
}

/** One score: to be typed where the reader may and it is open, else to be read. */
export function ScoreCell({ person, component, name, scores, mayScore, bar, onPaste }: Cell) {
  const { t } = useTranslation();
  const saved = person.scores[component];
  const isAwaited = person.awaited.includes(component);
  if (!mayScore || person.isOwnCompanion || !isOpen(person, component))
    return <Written score={saved} bar={bar} isAwaited={isAwaited} />;
  const cell = cellOf(person.journeyId, component);
  const draft = scores.drafts[cell];
  const label = t('evaluation.cell', { name: person.participant.name ?? '', component: name });
  return (
    <TextInput
      size="sm"
      aria-label={label}
      className={isAwaited && !draft ? 'score awaited' : 'score'}
      inputMode="decimal"
      autoComplete="off"
      value={draft?.text ?? (saved === undefined ? '' : number(saved))}
      error={draft?.fault}
      data-component={component}
      data-saving={draft?.standing === 'saving' || undefined}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => scores.type(cell, currentTarget.value)}
      onBlur={() => void scores.commit(person, component)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text');
        if (!/[\t\n]/.test(text.trim())) return;
        event.preventDefault();
        onPaste(text);
      }}
      onKeyDown={(event) =>
        onKey(
          event,
          () => scores.drop(cell),
          () => void scores.commit(person, component),
        )
      }
    />
  );
}

function onKey(event: KeyboardEvent<HTMLInputElement>, drop: () => void, commit: () => void): void {
  if (event.key === 'Escape') return drop();
  const next = neighbour(event.currentTarget, event);
  if (event.key === 'Enter' && !next) return commit();
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Written({ score, bar, isAwaited }: { score: number | undefined; bar: number; isAwaited: boolean }) {
  const { t } = useTranslation();
  if (score === undefined)
    return (
      <Text size="sm" c={isAwaited ? 'dark' : 'gray.7'} ta="right">
        {isAwaited ? t('evaluation.missing') : '–'}
      </Text>
    );
  return (
    <Text
      size="sm"
      ta="right"
      className="number"
      fw={score < bar ? 650 : 400}
      title={score < bar ? t('evaluation.belowBar', { bar: number(bar) }) : undefined}
    >
      {number(score)}
      {score < bar && ' ▾'}
    </Text>
  );
}
