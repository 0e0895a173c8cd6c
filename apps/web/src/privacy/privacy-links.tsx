import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { rolesOf, type Account } from '../shell/roles.js';
import './words.js';

/** The ways to one's own data, and for whoever looks after others' to those. */
export function PrivacyLinks({ account }: { account: Account }) {
  const { t } = useTranslation();
  const roles = rolesOf(account);
  const is = (...among: (typeof roles)[number][]) => roles.some((role) => among.includes(role));
  return (
    <Part title={t('privacy.part')}>
      <Text size="sm" c="gray.7" mb="xs">
        {t('privacy.partAbout')}
      </Text>
      <Stack gap={8} align="flex-start">
        {account.personId !== null && <PageLink to="/account/data">{t('privacy.toMine')}</PageLink>}
        {is('institute', 'admin', 'lan') && <PageLink to="/audit">{t('privacy.toAudit')}</PageLink>}
        {is('institute', 'admin', 'lan') && (
          <PageLink to="/data-requests">{t('privacy.toRequests')}</PageLink>
        )}
        {is('admin', 'lan', 'operator') && <PageLink to="/retention">{t('privacy.toRetention')}</PageLink>}
      </Stack>
    </Part>
  );
}
