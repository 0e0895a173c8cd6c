import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The next page of a list, while there is one. */
export function More({ of }: { of: Pages }) {
  const { t } = useTranslation();
  if (!of.hasNextPage) return null;
  return (
    <Group justify="center" mt="sm">
      <Button variant="light" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {t('state.more')}
      </Button>
    </Group>
  );
}
