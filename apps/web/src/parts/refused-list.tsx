import { Alert, List } from '@mantine/core';

interface Refused {
  journeyId: string;
  detail: string;
}

/** Of many, those for whom it was not done, each with the reason. */
export function RefusedList(props: {
  title: string;
  refused: readonly Refused[];
  nameOf: (journeyId: string) => string;
}) {
  if (props.refused.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" title={props.title}>
      <List size="sm" c="dark">
        {props.refused.map(({ journeyId, detail }) => (
          <List.Item key={journeyId}>
            {props.nameOf(journeyId)}: {detail}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
