import { Textarea } from '@mantine/core';

interface Props {
  label: string;
  about?: string | undefined;
  /** Unless told, there must be one. */
  isOptional?: boolean | undefined;
  /** Characters, 1,000 unless told. */
  most?: number;
  /** Widest, in pixels; as wide as its place unless told. */
  maw?: number;
  value: string;
  onChange: (value: string) => void;
}

/** Why something is done, in the words of whoever does it; it stays on record. */
export function ReasonInput({ label, about, isOptional, most = 1000, maw, value, onChange }: Props) {
  return (
    <Textarea
      label={label}
      description={about}
      required={isOptional !== true}
      autosize
      minRows={2}
      maxLength={most}
      {...(maw !== undefined && { maw })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
