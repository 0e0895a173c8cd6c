import { Button, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../parts/dialog-form.js';
import { Dialog } from '../parts/dialog.js';
import { Notice } from '../parts/notice.js';
import { Answer } from '../parts/answer.js';
import { ReasonInput } from '../parts/reason-input.js';
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
      {isOpen && (
        <Dialog title={t('enrolment.undoTitle')} onClose={dialog.close} centered>
          <Preview of={of} onDone={dialog.close} />
        </Dialog>
      )}
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
    <DialogForm
      confirm={t('enrolment.undoDo')}
      isHarmful
      isPending={undoing.isPending}
      isBarred={reason.trim() === ''}
      error={undoing.error}
      onClose={onDone}
      onSubmit={() => undoing.mutate()}
    >
      <List>
        {changes.map(([action, count]) => (
          <List.Item key={action}>{t(`enrolment.undoAction.${action}`, { count })}</List.Item>
        ))}
      </List>
      <ReasonInput label={t('enrolment.undoReason')} most={500} value={reason} onChange={setReason} />
    </DialogForm>
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
