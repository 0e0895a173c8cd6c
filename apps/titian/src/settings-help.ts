import { SETTINGS } from '#libs/platform';

/** Every setting with what it is for, as part of `--help`. */
export function settingsHelp(): string {
  const width = Math.max(...Object.keys(SETTINGS).map((key) => key.length));
  const lines = Object.entries(SETTINGS).map(([key, setting]) => {
    const mark = 'illustrative' in setting && setting.illustrative ? ' (illustrative)' : '';
    return `  ${key.padEnd(width)}  ${setting.about}${mark}`;
  });
  return `\nSettings, from the environment:\n${lines.join('\n')}`;
}
