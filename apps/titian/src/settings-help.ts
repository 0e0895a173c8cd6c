import { SETTINGS } from '#libs/platform';

/** Every setting with what it is for, as part of `--help`. */
export function settingsHelp(): string {
  const width = Math.max(...Object.keys(SETTINGS).map((key) => key.length));
  const lines = Object.entries(SETTINGS).map(([key, { about }]) => `  ${key.padEnd(width)}  ${about}`);
  return `\nSettings, from the environment:\n${lines.join('\n')}`;
}
