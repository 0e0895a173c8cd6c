import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './words.js';

const KEYS = [
  { words: 'diagram.walked', fill: '#e3f1f8', stroke: '#0b5d86', mark: '✓', ink: '#06344d' },
  { words: 'diagram.here', fill: '#0b5d86', stroke: '#05364f', mark: '●', ink: '#ffffff' },
  { words: 'diagram.next', fill: '#fff7ec', stroke: '#a34f00', dash: '4 3', mark: '', ink: '#4d2400' },
  { words: 'diagram.ahead', fill: '#ffffff', stroke: '#7d8a95', mark: '', ink: '#26313a' },
] as const;

/** What colours, ticks and dashes mean. */
export function Legend({ isPast }: { isPast: boolean }) {
  const { t } = useTranslation();
  return (
    <Group component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('diagram.legend')}>
      {KEYS.map((key) => (
        <Group key={key.words} component="li" gap={6} wrap="nowrap">
          <svg width={30} height={18} aria-hidden>
            <rect
              x={1.5}
              y={1.5}
              width={27}
              height={15}
              rx={4}
              fill={key.fill}
              stroke={key.stroke}
              strokeWidth={1.6}
              strokeDasharray={'dash' in key ? key.dash : undefined}
            />
            <text x={15} y={13} fontSize={10} textAnchor="middle" fill={key.ink}>
              {key.mark}
            </text>
          </svg>
          <Text size="xs" component="span">
            {t(key.words === 'diagram.here' && isPast ? 'diagram.stood' : key.words)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
