import '@mantine/dropzone/styles.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.js';
import { Refusal } from '../parts/refusal.js';
import { saveTemplate, type Template } from './imports.js';
import type { ImportKind } from './kinds.js';

const LARGEST_BYTES = 20 * 1024 * 1024;
const TEMPLATES: Record<ImportKind, Template[]> = {
  roster: ['rosterXlsx', 'rosterCsv'],
  profiles: ['profilesXlsx'],
  facts: [],
};

interface Props {
  kind: ImportKind;
  isChecking: boolean;
  error: Error | null;
  onFile: (file: File) => void;
}

/** Dropped or chosen; what is in it is judged by the API, not by its name. */
export function FileStep({ kind, isChecking, error, onFile }: Props) {
  const { t } = useTranslation();
  const [amiss, setAmiss] = useState<string | null>(null);
  return (
    <Stack gap="md">
      <Text c="gray.7">{t(`enrolment.about.${kind}`)}</Text>
      <Dropzone
        multiple={false}
        maxSize={LARGEST_BYTES}
        loading={isChecking}
        onDrop={([file]) => {
          setAmiss(null);
          if (file) onFile(file);
        }}
        onReject={([first]) => {
          const isTooLarge = first?.errors.some(({ code }) => code === 'file-too-large') ?? false;
          setAmiss(t(isTooLarge ? 'enrolment.tooLarge' : 'enrolment.onlyOne'));
        }}
        aria-label={t('enrolment.choose')}
        inputProps={{ 'aria-label': t('enrolment.choose') }}
        py="xl"
      >
        <Stack align="center" gap={6} ta="center">
          <IconFileSpreadsheet size={44} stroke={1.4} aria-hidden />
          <Text fw={600}>{t('enrolment.drop')}</Text>
          <Text size="sm" c="gray.7">
            {t('enrolment.dropAbout')}
          </Text>
        </Stack>
      </Dropzone>
      <div role="status" aria-live="polite">
        {isChecking && <Text size="sm">{t('enrolment.checking')}</Text>}
      </div>
      {amiss !== null && (
        <Notice tone="alarm" role="alert">
          {amiss}
        </Notice>
      )}
      <Refusal of={error} />
      <Templates of={TEMPLATES[kind]} kind={kind} />
    </Stack>
  );
}

function Templates({ of, kind }: { of: Template[]; kind: ImportKind }) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (template: Template) => saveTemplate(template, t(`enrolment.template.${kind}Name`)),
  });
  if (of.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t('enrolment.template.title')}</Text>
      {of.map((template) => (
        <Button
          key={template}
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending && save.variables === template}
          onClick={() => save.mutate(template)}
        >
          {t(`enrolment.template.${template}`)}
        </Button>
      ))}
      <Refusal of={save.error} />
    </Group>
  );
}
