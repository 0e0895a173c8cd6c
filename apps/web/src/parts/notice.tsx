import { Alert, type AlertProps } from '@mantine/core';

const COLOURS = { quiet: 'gray', calm: 'river', warn: 'yellow', alarm: 'red' } as const;

/** Something to be known before one goes on; its heading stands out by weight, for the library's yellow on yellow can't be read. */
export function Notice({
  tone,
  ...more
}: Omit<AlertProps, 'color' | 'variant'> & { tone: keyof typeof COLOURS }) {
  return (
    <Alert
      {...more}
      color={COLOURS[tone]}
      variant="light"
      styles={{
        title: { color: 'var(--mantine-color-dark-9)' },
        message: { color: 'var(--mantine-color-dark-9)' },
      }}
    />
  );
}
