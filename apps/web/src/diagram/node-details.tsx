import { Box, Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JourneyLooks } from './looks.js';
import type { JourneyDiagram } from './picture.js';
import './words.js';

/** What is known of one box: when it was entered and left, how long, and where one goes on from there. */
export function NodeDetails(props: { id: string | null; diagram: JourneyDiagram; looks: JourneyLooks }) {
  const { t } = useTranslation();
  const { diagram, looks, id } = props;
  const node = diagram.nodes.find((one) => one.id === id);
  if (!node)
    return (
      <Text size="sm" c="gray.7" mt="xs">
        {t('diagram.pick')}
      </Text>
    );
  const ways = diagram.edges.filter(({ from }) => from === node.id);
  const period = looks.period(node.id);
  const stay = looks.stay(node.id);
  const comes = looks.comes(node.id);
  return (
    <Box mt="xs" p="sm" bg="gray.0" style={{ borderRadius: 8 }} aria-live="polite">
      <Group gap="xs" align="baseline">
        <Title order={3} size="h6">
          {node.label}
        </Title>
        <Text size="sm" c="gray.7">
          {t(`diagram.${looks.tone(node.id)}`)}
        </Text>
      </Group>
      <Text size="sm">
        {period ?? t('diagram.never')}
        {stay !== null && ` · ${t('diagram.stay')}: ${stay}`}
        {looks.times(node.id) > 1 && ` · ${t('diagram.times', { count: looks.times(node.id) })}`}
        {period === null && comes !== null && ` ${comes}`}
      </Text>
      {ways.length > 0 && (
        <>
          <Text size="sm" fw={600} mt={6}>
            {t('diagram.ways')}
          </Text>
          <List size="sm">
            {ways.map(({ id: way, to, label, date, dateIs, why }) => (
              <List.Item key={way}>
                {label} → {diagram.nodes.find((one) => one.id === to)?.label}
                {date !== null && ` · ${looks.dateOf(date, dateIs)}`}
                {why !== null && (
                  <Text size="xs" c="gray.7">
                    {why}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Box>
  );
}
