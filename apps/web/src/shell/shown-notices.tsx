import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import './shown-notices.css';

export function ShownNotices() {
  return <Notifications className="titian-notices" position="bottom-right" autoClose={6000} />;
}
