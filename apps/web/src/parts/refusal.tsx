import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OutOfReach, Refused } from '../api/problem.js';

/** Why something was not done, beside the form that asked for it; what was typed stays where it is. */
export function Refusal({ of }: { of: Error | null }) {
  const { t } = useTranslation();
  if (!of) return null;
  // What is said of the whole already is not said again of its one part.
  const faults =
    of instanceof Refused ? (of.problem.errors ?? []).filter(({ message }) => message !== of.message) : [];
  return (
    <Alert color="red" variant="light" role="alert" title={titleOf(of, t('state.notDone'))}>
      <Text size="sm" c="dark">
        {of instanceof OutOfReach ? t('state.notSent') : of.message}
      </Text>
      {faults.length > 0 && (
        <List size="sm" c="dark">
          {faults.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>{message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function titleOf(error: Error, otherwise: string): string {
  return error instanceof Refused ? error.problem.title : otherwise;
}
