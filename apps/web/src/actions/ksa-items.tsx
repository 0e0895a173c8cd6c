import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { InputProps, Said } from './field-input.js';
import { textOf, textsOf } from './values.js';
import { COLUMNS, useGuidance } from './use-guidance.js';

/** What the matrix suggests to work on for the competency chosen; what was worked on is ticked. */
export function KsaItems({ name, draft, journey, error, change, ...said }: InputProps & Said) {
  const { t } = useTranslation();
  const competency = textOf(draft['competency']);
  const cell = useGuidance(journey, competency);
  if (!cell) return null;
  return (
    <Checkbox.Group
      label={said.label}
      size="md"
      error={error}
      value={textsOf(draft[name])}
      onChange={(value) => change({ [name]: value })}
    >
      <Stack gap="sm" mt="xs">
        {COLUMNS.filter((column) => cell[column].length > 0).map((column) => (
          <div key={column}>
            <Text size="sm" fw={600} c="gray.8" mb={6}>
              {t(`actions.ksa.${column}`)}
            </Text>
            <Stack gap={10}>
              {cell[column].map((item) => (
                <Checkbox key={item} size="md" value={item} label={item} />
              ))}
            </Stack>
          </div>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
