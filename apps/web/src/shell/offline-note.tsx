import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

export function OfflineNote() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return online ? null : (
    <Alert color="yellow" mb="md" role="status">
      {t('state.offline')}
    </Alert>
  );
}
