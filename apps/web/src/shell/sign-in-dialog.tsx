import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.js';
import { Dialog } from '../parts/dialog.js';

export function SignInDialog(props: { username: string; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={props.onClose} title={t('signIn.again')} centered>
      <Text mb="md">{t('signIn.againAbout')}</Text>
      <SignInForm username={props.username} onDone={props.onDone} />
    </Dialog>
  );
}
