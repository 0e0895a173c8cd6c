import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../parts/refusal.js';
import { CheckedRows } from './checked-rows.js';
import { FileStep } from './file-step.js';
import { check, saveRejectedOf, submit, type Checked } from './imports.js';
import type { ImportKind } from './kinds.js';
import { Steps } from './steps.js';

interface Props {
  cohort: string;
  kind: ImportKind;
  /** Where its outcome is shown, for whoever has no page of the cohort's uploads. */
  onSaved?: (upload: string) => void;
}

/** A file is chosen, checked row by row, and saved when whoever sent it says so. */
export function Upload({ cohort, kind, onSaved }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const checking = useMutation({
    mutationFn: async (chosen: File) => {
      // As it is now: Excel may write to it again before it is saved here.
      const kept = new File([await chosen.arrayBuffer()], chosen.name);
      setFile(kept);
      return check({ cohort, kind, file: kept });
    },
  });
  const again = () => {
    setFile(null);
    checking.reset();
  };
  if (file && checking.data)
    return (
      <CheckStep
        cohort={cohort}
        kind={kind}
        file={file}
        found={checking.data}
        onAgain={again}
        {...(onSaved && { onSaved })}
      />
    );
  return (
    <>
      <Steps at="file" />
      <FileStep
        kind={kind}
        isChecking={checking.isPending}
        error={checking.error}
        onFile={(chosen) => checking.mutate(chosen)}
      />
    </>
  );
}

function CheckStep(props: Props & { file: File; found: Checked; onAgain: () => void }) {
  const { cohort, kind, file, found, onAgain } = props;
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const saving = useSaving(props);
  const rejected = new Set(found.rejected.map(({ row }) => row)).size;
  const download = useMutation({
    mutationFn: () => saveRejectedOf({ cohort, kind, file }, `${t('enrolment.rejectedName')}.xlsx`),
  });
  return (
    <>
      <Steps at="check" />
      <Title order={2} size="h4" ref={heading} tabIndex={-1}>
        {t('enrolment.result')}
      </Title>
      <Text size="sm" c="gray.7" mb="sm">
        {file.name} · <ReadFrom source={found.source} /> {t('enrolment.nothingStored')}
      </Text>
      <CheckedRows of={found} />
      <Stack gap="sm" mt="md">
        {rejected > 0 && <Text size="sm">{t('enrolment.rejectedStay', { count: rejected })}</Text>}
        <Refusal of={saving.error ?? download.error} />
        <Group>
          {found.accepted > 0 ? (
            <Button loading={saving.isPending} onClick={() => saving.mutate()}>
              {t('enrolment.confirm', { count: found.accepted })}
            </Button>
          ) : (
            <Text fw={600}>{t('enrolment.nothingToConfirm')}</Text>
          )}
          {rejected > 0 && (
            <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
              {t('enrolment.saveRejected')}
            </Button>
          )}
          <Button variant="subtle" onClick={onAgain} disabled={saving.isPending}>
            {t('enrolment.again')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}

/** Sent once, however often the network makes one press the button. */
function useSaving({ cohort, kind, file, onSaved }: Props & { file: File }) {
  const [key] = useState(() => crypto.randomUUID());
  const queries = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: () => submit({ cohort, kind, file }, key),
    onSuccess: async (id) => {
      await queries.invalidateQueries({ refetchType: 'none' });
      if (onSaved) onSaved(id);
      else await go({ to: '/cohorts/$id/enrolment/$import', params: { id: cohort, import: id } });
    },
  });
}

export function ReadFrom({ source }: { source: Checked['source'] }) {
  const { t } = useTranslation();
  if (!source) return null;
  const { sheet, headingRow: row } = source;
  return (
    <>{sheet === undefined ? t('enrolment.headingRow', { row }) : t('enrolment.readFrom', { sheet, row })}</>
  );
}
