import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { Answer } from '../parts/answer.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { undo, undoPreview, type ImportDetail, type UndoPreview } from './imports.js';

const ACTIONS = ['withdraw', 'restore', 'beginAnew', 'returnVerdict'] as const;
const MOST_OBSTACLES = 10;

/** Takes an upload back after it was shown what that does, and why was said. */
export function Undo({ of }: { of: ImportDetail }) {
  const { t } = useTranslation();
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={dialog.open}>
        {t('enrolment.undo')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('enrolment.undoTitle')}
        closeButtonProps={{ 'aria-label': t('state.close') }}
        centered
      >
        {isOpen && <Preview of={of} onDone={dialog.close} />}
      </Modal>
    </>
  );
}

function Preview({ of, onDone }: { of: ImportDetail; onDone: () => void }) {
  const preview = useQuery({ ...undoPreview(of.id), gcTime: 0 });
  const names = new Map(of.lines.map(({ row, name, nip }) => [row, name ?? nip]));
  return (
    <Answer of={preview}>
      {(found) =>
        found.undoable ? (
          <Form of={found} onDone={onDone} />
        ) : (
          <Obstacles of={found} nameOf={(row) => names.get(row) ?? ''} />
        )
      }
    </Answer>
  );
}

function Form({ of: { id, rows, expected }, onDone }: { of: UndoPreview; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const undoing = useMutation({
    mutationFn: () => undo(id, { reason: reason.trim(), expected }),
    onSuccess: async () => {
      say(t('enrolment.undone'));
      onDone();
      // Of what is undone there is no preview any more.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.at(-1) !== 'undo' });
    },
  });
  const counted = ACTIONS.map(
    (action) => [action, rows.filter((row) => row.action === action).length] as const,
  );
  const changes = counted.filter(([, count]) => count > 0);
  if (changes.length === 0) return <Text>{t('enrolment.undoNothing')}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        undoing.mutate();
      }}
    >
      <Stack>
        <List>
          {changes.map(([action, count]) => (
            <List.Item key={action}>{t(`enrolment.undoAction.${action}`, { count })}</List.Item>
          ))}
        </List>
        <Textarea
          label={t('enrolment.undoReason')}
          required
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Refusal of={undoing.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('state.cancel')}
          </Button>
          <Button type="submit" color="red" loading={undoing.isPending} disabled={reason.trim() === ''}>
            {t('enrolment.undoDo')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Obstacles({ of: { rows }, nameOf }: { of: UndoPreview; nameOf: (row: number) => string }) {
  const { t } = useTranslation();
  const kept = rows.filter(({ obstacle }) => obstacle !== null);
  return (
    <Notice tone="warn">
      <Text size="sm" mb="xs">
        {t('enrolment.notUndoable')}
      </Text>
      <List size="sm">
        {kept.slice(0, MOST_OBSTACLES).map(({ row, obstacle }) => (
          <List.Item key={row}>
            {t('enrolment.rowNumber', { row })} {nameOf(row)}: {obstacle?.message}
          </List.Item>
        ))}
      </List>
      {kept.length > MOST_OBSTACLES && (
        <Text size="sm">{t('enrolment.more', { count: kept.length - MOST_OBSTACLES })}</Text>
      )}
    </Notice>
  );
}
