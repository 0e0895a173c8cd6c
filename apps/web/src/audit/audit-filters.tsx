import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { language } from '../words/language.js';
import { type AuditFilter, auditFilterOf } from './audit-filter.js';

const WIDTH = { base: '100%', xs: 220 };

/** Texts are looked for when their field is left, or with Enter. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const actions = useQuery({
    queryKey: [language(), 'audit-actions'],
    queryFn: () => answerOf(api.GET('/api/v1/audit/actions')),
    staleTime: Infinity,
  });
  const narrow = (change: Record<string, unknown>) =>
    void go({ to: '/audit', search: auditFilterOf({ ...filter, ...change }), replace: true });
  const sorted = [...(actions.data?.items ?? [])].sort((one, other) => one.name.localeCompare(other.name));
  const field = (key: 'actor' | 'subject' | 'q') => ({
    key: `${key} ${filter[key] ?? ''}`,
    value: filter[key] ?? '',
    onGiven: (text: string) => narrow({ [key]: text }),
  });
  const { key: actorKey, ...actor } = field('actor');
  const { key: subjectKey, ...subject } = field('subject');
  const { key: qKey, ...q } = field('q');
  return (
    <Group mb="md" align="flex-end" component="search">
      <Typed key={actorKey} label={t('audit.actor')} longest={100} about={t('audit.actorAbout')} {...actor} />
      <Typed
        key={subjectKey}
        label={t('audit.subject')}
        longest={100}
        about={t('audit.subjectAbout')}
        {...subject}
      />
      <NativeSelect
        label={t('audit.action')}
        w={WIDTH}
        value={filter.action ?? ''}
        onChange={({ currentTarget }) => narrow({ action: currentTarget.value })}
        data={[
          { value: '', label: t('audit.allActions') },
          ...sorted.map(({ action, name }) => ({ value: action, label: name })),
        ]}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={filter.from ?? ''}
        onChange={({ currentTarget }) => narrow({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={filter.to ?? ''}
        onChange={({ currentTarget }) => narrow({ to: currentTarget.value })}
      />
      <Typed key={qKey} label={t('audit.q')} longest={200} {...q} />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => void go({ to: '/audit', search: {}, replace: true })}>
          {t('audit.clear')}
        </Button>
      )}
    </Group>
  );
}

function Typed(props: {
  label: string;
  /** In letters, as the API takes it. */
  longest: number;
  about?: string;
  value: string;
  onGiven: (text: string) => void;
}) {
  const { label, longest, about, value, onGiven } = props;
  const [text, setText] = useState(value);
  const give = () => {
    if (text.trim() !== value) onGiven(text.trim());
  };
  return (
    <TextInput
      label={label}
      maxLength={longest}
      {...(about !== undefined && { placeholder: about })}
      w={WIDTH}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={give}
      onKeyDown={({ key }) => key === 'Enter' && give()}
    />
  );
}
