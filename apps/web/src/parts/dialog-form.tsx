import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.js';
import { Refusal } from './refusal.js';

interface FormProps {
  /** What its button says. */
  confirm: string;
  isHarmful?: boolean | undefined;
  isPending: boolean;
  /** Something is missing still. */
  isBarred?: boolean | undefined;
  error: Error | null;
  onClose: () => void;
  onSubmit: () => void;
  /** Between the way out and the button that sends: another thing to do first. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** What stands in a dialog: what is asked, a refusal beside it, the way out and the button that sends. */
export function DialogForm(props: FormProps) {
  const { t } = useTranslation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (props.isBarred !== true) props.onSubmit();
      }}
    >
      <Stack>
        {props.children}
        <Refusal of={props.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('state.cancel')}
          </Button>
          {props.aside}
          <Button
            type="submit"
            loading={props.isPending}
            disabled={props.isBarred === true}
            {...(props.isHarmful === true && { color: 'red.9' })}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A form over the page; what was typed stays until it is done. */
export function FormDialog({ title, size, ...form }: FormProps & { title: string; size?: 'lg' }) {
  return (
    <Dialog title={title} onClose={form.onClose} {...(size && { size })}>
      <DialogForm {...form} />
    </Dialog>
  );
}
