import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Ask, AskAndDo } from '../parts/ask.js';
import { faultsAt } from '../parts/faults-at.js';
import { useDoing } from '../parts/use-doing.js';
import type { Organisation } from './administration.js';
import { OrganisationPicker } from './organisation-picker.js';

type Act = 'move' | 'close' | 'reopen';

/** What is done with a unit as a whole: moved below another one, closed, opened again. */
export function UnitActs({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act | null>(null);
  const close = () => setAsked(null);
  return (
    <Group gap="xs">
      {!of.closed && (
        <Button variant="default" onClick={() => setAsked('move')}>
          {t('administration.move')}
        </Button>
      )}
      <Button variant="default" onClick={() => setAsked(of.closed ? 'reopen' : 'close')}>
        {t(of.closed ? 'administration.reopen' : 'administration.closeUnit')}
      </Button>
      {asked === 'move' && <MoveDialog of={of} onClose={close} />}
      {(asked === 'close' || asked === 'reopen') && <ClosingDialog of={of} act={asked} onClose={close} />}
    </Group>
  );
}

function MoveDialog({ of, onClose }: { of: Organisation; onClose: () => void }) {
  const { t } = useTranslation();
  const [parent, setParent] = useState<string | null>(null);
  const move = useDoing({
    send: (reason: string) =>
      answerOf(
        api.PUT('/api/v1/organisations/{id}/parent', {
          params: { path: { id: of.id } },
          body: { parent, reason },
        }),
      ),
    told: ({ name }) => t('administration.moved', { name }),
    onDone: onClose,
  });
  const { at, left } = faultsAt(move.error, ['parent']);
  return (
    <Ask
      question={{
        title: t('administration.moveAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t('administration.move'),
      }}
      isPending={move.isPending}
      isBarred={parent === null}
      error={left}
      onClose={onClose}
      onConfirm={(reason) => move.mutate(reason)}
    >
      <Text size="sm">{t('administration.moveAbout')}</Text>
      <OrganisationPicker
        label={t('administration.newParent')}
        kind="agency"
        without={[of.id, ...(of.parentId === null ? [] : [of.parentId])]}
        value={parent}
        error={at['parent']}
        onChange={setParent}
        required
      />
    </Ask>
  );
}

function ClosingDialog({
  of,
  act,
  onClose,
}: {
  of: Organisation;
  act: 'close' | 'reopen';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const isClosing = act === 'close';
  return (
    <AskAndDo
      question={{
        title: t(isClosing ? 'administration.closeAsk' : 'administration.reopenAsk'),
        label: t('administration.reason'),
        about: t('administration.reasonAbout'),
        isRequired: true,
        confirm: t(isClosing ? 'administration.closeUnit' : 'administration.reopen'),
        isHarmful: isClosing,
      }}
      send={(reason) => {
        const asked = { params: { path: { id: of.id } }, body: { reason } };
        return answerOf(
          isClosing
            ? api.POST('/api/v1/organisations/{id}/close', asked)
            : api.POST('/api/v1/organisations/{id}/reopen', asked),
        );
      }}
      told={({ name }) => t(isClosing ? 'administration.closedDone' : 'administration.reopened', { name })}
      onClose={onClose}
    >
      <Text size="sm">{t(isClosing ? 'administration.closeAbout' : 'administration.reopenAbout')}</Text>
    </AskAndDo>
  );
}
