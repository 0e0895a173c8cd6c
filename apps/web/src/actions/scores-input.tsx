import { Fieldset, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './event-types.js';
import type { InputProps, Said } from './field-input.js';

export const COMPONENTS = ['academic', 'fieldLearning', 'actualisation', 'attitude'] as const;

/** A score for each component that was worked on again; the others stay empty. */
export function ScoresInput({ name, draft, error, change, label, description }: InputProps & Said) {
  const { t } = useTranslation();
  const scores = (draft[name] ?? {}) as Draft;
  return (
    <Fieldset legend={label}>
      {description !== undefined && (
        <Text size="sm" c="gray.7" mb="xs">
          {description}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {COMPONENTS.map((component) => (
          <NumberInput
            key={component}
            label={t(`actions.choice.${component}`)}
            size="md"
            min={0}
            max={100}
            hideControls
            decimalSeparator=","
            value={(scores[component] as number | undefined) ?? ''}
            onChange={(score) => change({ [name]: { ...scores, [component]: score } })}
          />
        ))}
      </SimpleGrid>
      {error !== undefined && (
        <Text role="alert" size="sm" c="red.8" mt="xs">
          {error}
        </Text>
      )}
    </Fieldset>
  );
}
