import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Message } from '../parts/message.js';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Message title={t('state.notFound')} about={t('state.notFoundAbout')}>
      <Button component={Link} to="/" variant="light">
        {t('state.home')}
      </Button>
    </Message>
  );
}
