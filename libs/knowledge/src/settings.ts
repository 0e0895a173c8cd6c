import { z } from 'zod';
import { pathInWords } from './config-faults.js';
import type { ConfigFile } from './config-files.js';
import type { Setting } from './knowledge.js';

type Origin = Pick<Setting, 'file' | 'version' | 'source' | 'validFrom'>;

const leafShape = z.object({
  value: z.unknown(),
  source: z.string(),
  validFrom: z.string(),
  illustrative: z.boolean().optional(),
});

const isObject = (node: unknown): node is Record<string, unknown> =>
  node !== null && typeof node === 'object';

function leavesIn(node: unknown, path: PropertyKey[], origin: Origin): Setting[] {
  if (!isObject(node)) return [];
  const leaf = 'value' in node ? leafShape.safeParse(node) : null;
  if (leaf?.success) {
    const { value, source, validFrom, illustrative = false } = leaf.data;
    return [{ ...origin, path: pathInWords(path), value, source, validFrom, illustrative }];
  }
  const keys = Array.isArray(node)
    ? node.map((entry, index) => [index, entry] as const)
    : Object.entries(node);
  return keys.flatMap(([key, child]) => leavesIn(child, [...path, key], origin));
}

function placeholderFields(data: Record<string, unknown>, origin: Origin): Setting[] {
  if (!isObject(data.illustrative)) return [];
  return Object.entries(data.illustrative).map(([field, why]) => ({
    ...origin,
    ...{ path: `courses[].${field}`, value: null, source: String(why), illustrative: true },
  }));
}

function postLevels(data: Record<string, unknown>, origin: Origin): Setting[] {
  if (!Array.isArray(data.posts)) return [];
  return data.posts.filter(isObject).map((post, index) => ({
    ...origin,
    ...{ path: `posts[${index}].level`, value: { postLevel: post.postLevel, level: post.level } },
    source: typeof post.source === 'string' ? post.source : origin.source,
    illustrative: post.illustrative === true,
  }));
}

/** Every setting of a checked file with where it comes from. */
export function settingsOf({ file, data }: ConfigFile): Setting[] {
  if (!isObject(data)) return [];
  const origin = {
    file,
    version: String(data.version),
    source: String(data.source),
    validFrom: String(data.validFrom),
  };
  return [...leavesIn(data, [], origin), ...placeholderFields(data, origin), ...postLevels(data, origin)];
}
