import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of the footbridge's river; the sixth shade has 7:1 on white. */
const river: MantineColorsTuple = [
  ...(['#e8f4f9', '#d3e5ee', '#a3cadd', '#70aecb', '#4796bc'] as const),
  ...(['#2e87b3', '#0b5d86', '#0a4f72', '#084360', '#05364f'] as const),
];

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: 6,
  colors: { river },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
  cursorType: 'pointer',
});
