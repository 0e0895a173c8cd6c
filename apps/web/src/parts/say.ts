import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** Says for a moment, in the corner, that something was done. */
export function say(message: string): void {
  notifications.show({ message, closeButtonProps: { 'aria-label': i18next.t('state.close') } });
}
