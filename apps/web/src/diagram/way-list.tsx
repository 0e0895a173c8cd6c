import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JourneyLooks } from './looks.js';
import type { JourneyDiagram, Tone } from './picture.js';
import './way-list.css';
import './words.js';

interface Stop {
  id: string;
  label: string;
  tone: Tone;
  when: string | null;
  stay: string | null;
  isInner: boolean;
}

/** The same way from top to bottom: what was walked, where it stands, what can follow and what lies ahead. */
export function WayList({ diagram, looks }: { diagram: JourneyDiagram; looks: JourneyLooks }) {
  const { t } = useTranslation();
  return (
    <ol className="way" aria-label={t('diagram.wayList')}>
      {stopsOf(diagram, looks).map(({ id, label, tone, when, stay, isInner }) => (
        <li
          key={id}
          className={`way-${tone}${isInner ? ' way-inner' : ''}`}
          aria-current={tone === 'here' ? 'step' : undefined}
        >
          <span className="way-dot" aria-hidden>
            {tone === 'walked' ? '✓' : ''}
          </span>
          <div>
            <Text
              size={isInner ? 'sm' : 'md'}
              fw={tone === 'here' ? 700 : isInner ? 400 : 600}
              c={tone === 'other' ? 'gray.7' : undefined}
            >
              {label}
            </Text>
            <Text size="xs" c="gray.7">
              {[t(`diagram.${tone}`), when, stay].filter(Boolean).join(' · ')}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}

function stopsOf(diagram: JourneyDiagram, looks: JourneyLooks): Stop[] {
  const label = new Map(diagram.nodes.map((node) => [node.id, node.label]));
  const stopOf = (id: string): Stop => ({
    id,
    label: label.get(id) ?? id,
    tone: looks.tone(id),
    when: looks.period(id) ?? looks.comes(id),
    stay: looks.stay(id),
    isInner: id.includes('.'),
  });
  const drawn = new Set(diagram.nodes.filter(({ isDrawn }) => isDrawn).map(({ id }) => id));
  const top = [...new Set(diagram.visited.map(({ id }) => id.split('.')[0] ?? id))];
  const walked = top.flatMap((id) => {
    const inside = diagram.visited.filter((visit) => visit.id.startsWith(`${id}.`) && drawn.has(visit.id));
    const isPlain = diagram.nodes.some(({ parent }) => parent === 'training.learning') && id === 'training';
    const shown = inside.filter((visit) => !isPlain || visit.id !== 'training.learning');
    return [id, ...shown.map((visit) => visit.id)];
  });
  const before = walked.filter((id) => looks.tone(id) !== 'here' && looks.tone(id) !== 'next');
  const here = walked.filter((id) => looks.tone(id) === 'here');
  const next = diagram.nodes
    .filter(({ id, isDrawn }) => isDrawn && looks.tone(id) === 'next' && !diagram.ahead.includes(id))
    .map(({ id }) => id);
  // What is within a part that lies ahead stands below that part.
  const within = (part: string) => next.filter((id) => id.startsWith(`${part}.`));
  const loose = next.filter((id) => !diagram.ahead.some((part) => id.startsWith(`${part}.`)));
  const ahead = diagram.ahead.flatMap((part) => [part, ...within(part)]);
  return [...before, ...here, ...loose, ...ahead].map(stopOf);
}
