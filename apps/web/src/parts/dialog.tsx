import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Omit<ModalProps, 'opened' | 'title' | 'closeButtonProps' | 'styles'> & { title: string };

/** Something over the page that one comes back from; every one has its name in bold and a button to close it that says so. */
export function Dialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('state.close') }}
      styles={{ title: { fontWeight: 650 } }}
      {...props}
    />
  );
}
