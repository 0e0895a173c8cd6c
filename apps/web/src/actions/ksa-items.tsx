import { Checkbox, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { InputProps, Said } from './field-input.js';
import { textOf, textsOf } from './values.js';
import { COLUMNS, useGuidance } from './use-guidance.js';

/** What the matrix suggests to work on for the competency chosen; what was worked on is ticked. */
export function KsaItems({ name, draft, journey, error, change, ...said }: InputProps & Said) {
  const { t } = useTranslation();
  const competency = textOf(draft['competency']);
  const cell = useGuidance(journey, competency);
  const isWide = useMediaQuery('(min-width: 62em)') === true;
  const chosen = textsOf(draft[name]);
  if (!cell) return null;
  return (
    <Checkbox.Group
      label={said.label}
      size="md"
      error={error}
      value={chosen}
      onChange={(value) => change({ [name]: value })}
    >
      {COLUMNS.filter((column) => cell[column].length > 0).map((column) => (
        <details key={column} className="fold" open={isWide}>
          <summary>
            {t(`actions.ksa.${column}`)}{' '}
            <Text component="span" size="sm" c="gray.7" className="number">
              {t('actions.ksa.chosen', {
                count: cell[column].filter((item) => chosen.includes(item)).length,
                of: cell[column].length,
              })}
            </Text>
          </summary>
          <Stack gap={12} pb="xs">
            {cell[column].map((item) => (
              <Checkbox key={item} size="md" value={item} label={item} />
            ))}
          </Stack>
        </details>
      ))}
    </Checkbox.Group>
  );
}
