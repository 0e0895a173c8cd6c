import type { Bilingual } from '#libs/calendar';
import type { Knowledge, Setting } from '#libs/knowledge';
import type { Rule } from './decision.js';

type Settings = Pick<Knowledge, 'settings' | 'editions'>;

export interface RuleName {
  code: string;
  text: Bilingual;
  /** Said by a paper and not by a setting. */
  source?: string;
}

/** A rule that settings of the policy make: the first of them names the source, any of them makes it illustrative. */
export function policyRule(knowledge: Settings, version: string, name: RuleName, paths: string[]): Rule {
  const found = knowledge.settings.filter(
    (setting) =>
      setting.version === version && setting.file.includes('/policies/') && paths.includes(setting.path),
  );
  return ruleOf(knowledge, 'policy', version, name, found);
}

/** A rule that the programme's courses make, with the origin of the field of the courses that it goes by. */
export function programmeRule(
  knowledge: Settings,
  version: string,
  name: RuleName,
  field: { programme: string; path: string } | null,
): Rule {
  const found = knowledge.settings.filter(
    (setting) =>
      setting.version === version &&
      setting.path === field?.path &&
      setting.file.endsWith(`/programmes/${field.programme.toLowerCase()}.yaml`),
  );
  return ruleOf(knowledge, 'programmes', version, name, found);
}

function ruleOf(
  { editions }: Settings,
  kind: 'policy' | 'programmes',
  version: string,
  { code, text, source }: RuleName,
  settings: Setting[],
): Rule {
  const edition = editions[kind].find((one) => one.version === version);
  const [first] = settings;
  return {
    code,
    text,
    source: source ?? first?.source ?? edition?.source ?? '',
    version,
    validFrom: first?.validFrom ?? edition?.validFrom ?? '',
    ...(settings.some(({ illustrative }) => illustrative) && { illustrative: true as const }),
  };
}
