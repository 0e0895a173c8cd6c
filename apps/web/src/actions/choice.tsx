import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  value: string;
  options: readonly { value: string; label: string }[];
  set: (value: string) => void;
}

/** One of many, in the phone's own list; nothing is chosen before somebody chooses. */
export function Choice({ value, options, set, ...said }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...said}
      size="md"
      value={value}
      onChange={({ currentTarget }) => set(currentTarget.value)}
      data={[{ value: '', label: t('actions.choose') }, ...options]}
    />
  );
}
