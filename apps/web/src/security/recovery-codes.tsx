import { Alert, Button, Code, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Alert color="green" variant="light" role="status" title={t('security.recoveryTitle')}>
        <Text size="sm" c="dark">
          {t('security.recoveryAbout')}
        </Text>
      </Alert>
      <SimpleGrid cols={2} spacing={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {codes.map((code) => (
          <li key={code}>
            <Code fz="md">{code}</Code>
          </li>
        ))}
      </SimpleGrid>
      <Button onClick={onKept} style={{ alignSelf: 'flex-start' }}>
        {t('security.kept')}
      </Button>
    </Stack>
  );
}
