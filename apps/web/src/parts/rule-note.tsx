import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.js';
import './words.js';

type Rule = Pick<components['schemas']['RuleView'], 'text' | 'illustrative'>;

/** The rule that something goes by, and whether any document stands behind it. */
export function RuleNote({ rule: { text, illustrative } }: { rule: Rule }) {
  const { t } = useTranslation();
  return (
    <details style={{ marginBottom: '1rem' }}>
      <Text component="summary" size="sm" c="gray.8" style={{ cursor: 'pointer' }}>
        {t('parts.rule.title')}
      </Text>
      <Text size="sm" mt={4} maw={760}>
        {text}
      </Text>
      {illustrative === true && (
        <Text size="xs" c="gray.7" mt={4} maw={760}>
          {t('parts.rule.illustrative')}
        </Text>
      )}
    </details>
  );
}
