import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { FormDialog } from '../parts/dialog-form.js';
import { faultsAt } from '../parts/faults-at.js';
import { useDoing } from '../parts/use-doing.js';
import type { Organisation } from './administration.js';

const REGISTERED = ['agency', 'institute', 'centre'] as const;
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

interface Props {
  /** The one that is changed. */
  organisation?: Organisation;
  /** The agency whose unit a new one becomes. */
  parent?: Organisation;
  onClose: () => void;
}

/** Registers an organisation or a unit, or changes the name and zone of one. */
export function OrganisationDialog({ organisation, parent, onClose }: Props) {
  const { t } = useTranslation();
  const [values, setValues] = useState({
    kind: 'agency' as (typeof REGISTERED)[number],
    code: '',
    name: organisation?.name ?? '',
    zone: organisation?.zone ?? parent?.zone ?? ZONES[0],
  });
  const save = useDoing({
    send: () => {
      const { name, zone, code, kind } = values;
      if (organisation)
        return answerOf(
          api.PATCH('/api/v1/organisations/{id}', {
            params: { path: { id: organisation.id } },
            body: { name, zone: zone as (typeof ZONES)[number] },
          }),
        );
      return answerOf(
        api.POST('/api/v1/organisations', {
          body: {
            ...{ name, code, kind, zone: zone as (typeof ZONES)[number] },
            ...(parent && { parent: parent.id }),
          },
        }),
      );
    },
    told: ({ name }) => t(organisation ? 'administration.changed' : 'administration.registered', { name }),
    onDone: onClose,
  });
  const { at, left } = faultsAt(save.error, ['code', 'name', 'kind', 'zone']);
  const field = (name: 'code' | 'name' | 'kind' | 'zone') => ({
    label: t(`administration.fields.${name}`),
    value: values[name],
    error: at[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setValues((known) => ({ ...known, [name]: value })),
  });
  const title = organisation ? 'change' : parent ? 'addUnit' : 'register';
  return (
    <FormDialog
      title={t(`administration.${title}`)}
      confirm={t('administration.save')}
      isPending={save.isPending}
      error={left}
      onClose={onClose}
      onSubmit={() => save.mutate(undefined)}
    >
      {!organisation && !parent && (
        <NativeSelect
          {...field('kind')}
          data={REGISTERED.map((value) => ({ value, label: t(`administration.kinds.${value}`) }))}
        />
      )}
      <TextInput {...field('name')} required maxLength={200} />
      {!organisation && (
        <TextInput {...field('code')} description={t('administration.codeAbout')} required maxLength={40} />
      )}
      <NativeSelect
        {...field('zone')}
        data={ZONES.map((value) => ({ value, label: t(`administration.zones.${value.slice(5)}`) }))}
      />
    </FormDialog>
  );
}
