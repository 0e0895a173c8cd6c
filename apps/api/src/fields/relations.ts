import { rule } from './rule.js';

/** Not above another field of the same object, where that one is given. */
export function NoMoreThan(other: string): PropertyDecorator {
  return rule(
    'noMoreThan',
    (value, object) => {
      const limit: unknown = Reflect.get(object, other);
      return typeof value !== 'number' || typeof limit !== 'number' || value <= limit;
    },
    { code: 'too_large', params: { limit: other } },
  );
}

/** No two items of a list share this field's value. */
export function UniqueBy(key: string): PropertyDecorator {
  return rule(
    'uniqueBy',
    (value) => {
      if (!Array.isArray(value)) return true;
      const seen = value.map((item: unknown): unknown =>
        typeof item === 'object' && item ? Reflect.get(item, key) : item,
      );
      return new Set(seen).size === seen.length;
    },
    { code: 'duplicate' },
  );
}

/** Exactly one of these fields of the object is given. Put it on the first of them, which is then optional. */
export function ExactlyOneOf(...keys: string[]): PropertyDecorator {
  return rule(
    'exactlyOneOf',
    (_value, object) => keys.filter((key) => Reflect.get(object, key) !== undefined).length === 1,
    { code: 'exactly_one_of', params: { choices: keys.join(', ') } },
  );
}
