import { Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { Legend } from './legend.js';
import { JourneyLooks } from './looks.js';
import { NodeDetails } from './node-details.js';
import type { JourneyDiagram } from './picture.js';
import { PictureFrame } from './picture-frame.js';
import { journeyDiagram } from './queries.js';
import { Statechart } from './statechart.js';
import { WayList } from './way-list.js';
import './words.js';

/** One journey's statechart with the way walked on it; on a phone first as a list from top to bottom. */
export function JourneyDiagramPart(props: { id: string; at: string | null; day: string }) {
  const { t } = useTranslation();
  const diagram = useQuery(journeyDiagram(props.id, props.at));
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [chosen, choose] = useState<'picture' | 'list' | null>(null);
  const form = chosen ?? (isNarrow ? 'list' : 'picture');
  const forms = (
    <SegmentedControl
      size="xs"
      aria-label={t('diagram.form')}
      value={form}
      onChange={(value) => choose(value === 'list' ? 'list' : 'picture')}
      data={[
        { value: 'picture', label: t('diagram.picture') },
        { value: 'list', label: t('diagram.list') },
      ]}
    />
  );
  return (
    <Part title={t('diagram.title')} aside={forms}>
      <Answer of={diagram}>
        {(known) => <Drawn diagram={known} form={form} day={props.day} isPast={props.at !== null} />}
      </Answer>
    </Part>
  );
}

function Drawn(props: { diagram: JourneyDiagram; form: 'picture' | 'list'; day: string; isPast: boolean }) {
  const { t } = useTranslation();
  const { diagram, day } = props;
  const looks = useMemo(() => new JourneyLooks(diagram, day, t), [diagram, day, t]);
  const [picked, pick] = useState<string | null>(null);
  const here = diagram.active[0] ?? null;
  if (props.form === 'list') return <WayList diagram={diagram} looks={looks} />;
  return (
    <>
      <PictureFrame
        picture={diagram}
        here={here}
        hereWords={t('diagram.toHere')}
        aside={<Legend isPast={props.isPast} />}
      >
        {(scale) => (
          <Statechart
            picture={diagram}
            scale={scale}
            label={t('diagram.title')}
            look={(id) => looks.node(id)}
            lineLook={(line) => looks.line(line)}
            picked={picked}
            onPick={pick}
          />
        )}
      </PictureFrame>
      <Group justify="space-between" mt={4}>
        <Endings diagram={diagram} />
      </Group>
      <NodeDetails id={picked} diagram={diagram} looks={looks} />
    </>
  );
}

/** How it may end at any time, or how it has. */
function Endings({ diagram }: { diagram: JourneyDiagram }) {
  const { t } = useTranslation();
  const end = diagram.anywhere.find(({ to }) => diagram.active.includes(to));
  if (end)
    return (
      <Text size="sm" fw={600}>
        {t('diagram.hasEnded', { end: end.label })}
      </Text>
    );
  const isOver = diagram.nodes.some(({ id, kind }) => kind === 'end' && diagram.active.includes(id));
  if (isOver) return null;
  return (
    <Text size="sm" c="gray.7">
      {t('diagram.mayEnd', { ways: diagram.anywhere.map(({ label }) => label).join(' · ') })}
    </Text>
  );
}
