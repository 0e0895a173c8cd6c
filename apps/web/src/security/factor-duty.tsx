import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SignOut } from '../account/sign-out.js';
import { LanguageSwitch } from '../shell/account-link.js';
import { FactorPart } from './factor-part.js';
import { ProofNews } from './proof-news.js';
import './words.js';

/** Nothing else is open before: what one wanted to see comes right after. */
export function FactorDuty() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <Container size={520} py={72} component="main">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={1} c="river.8">
            {t('security.dutyTitle')}
          </Title>
          <LanguageSwitch />
        </Group>
        <Text>{t('security.dutyAbout')}</Text>
        <ProofNews />
        <FactorPart onKept={() => void queries.invalidateQueries()} />
        <Group>
          <SignOut />
        </Group>
      </Stack>
    </Container>
  );
}
