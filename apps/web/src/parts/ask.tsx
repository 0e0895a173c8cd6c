import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from './refusal.js';

export interface Question {
  title: string;
  /** What a person writes with it; without a label nothing is asked for. */
  label?: string;
  about?: string;
  isRequired?: boolean;
  confirm: string;
  isHarmful?: boolean;
}

/** Asks before something is done to people, and why; what was typed stays until it is done. */
export function Ask(props: {
  question: Question;
  children?: ReactNode;
  isPending: boolean;
  error: Error | null;
  isBarred?: boolean;
  onClose: () => void;
  onConfirm: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { question, isPending, error, onClose, onConfirm } = props;
  const [text, setText] = useState('');
  const isMissing = question.isRequired === true && text.trim() === '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={question.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('state.close') }}
      styles={{ title: { fontWeight: 650 } }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(text.trim());
        }}
      >
        <Stack>
          {props.children}
          {question.label !== undefined && (
            <Textarea
              label={question.label}
              description={question.about}
              required={question.isRequired === true}
              autosize
              minRows={2}
              maxLength={1000}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
          <Refusal of={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('state.cancel')}
            </Button>
            <Button
              type="submit"
              loading={isPending}
              disabled={isMissing || props.isBarred === true}
              {...(question.isHarmful === true && { color: 'red.9' })}
            >
              {question.confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
