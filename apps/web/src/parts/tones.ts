/** Backgrounds on which white text has at least 4.5:1 (WCAG 2.2 AA). */
export const TONES = {
  calm: '#0b5d86',
  good: '#1f6b31',
  quiet: '#4f5b66',
  mild: '#7a5c00',
  warn: '#8f4300',
  alarm: '#a31d1d',
} as const;
