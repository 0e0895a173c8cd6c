import type { ValidationError } from 'class-validator';
import type { FieldFault } from '#libs/platform';
import type { RuleFault } from '../fields/rule.js';

const BY_CONSTRAINT: Record<string, string> = {
  whitelistValidation: 'unknown_field',
  unknownValue: 'not_object',
  nestedValidation: 'not_object',
};

/** class-validator's tree as flat faults with paths such as `stages[2].from`. */
export function faultsOf(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const path = pathOf(parent, error.property);
    const own = Object.keys(error.constraints ?? {}).map((name) => ({ path, ...faultOf(error, name) }));
    return [...own.slice(0, 1), ...faultsOf(error.children ?? [], path)];
  });
}

function faultOf(error: ValidationError, constraint: string): RuleFault {
  const known = error.contexts?.[constraint] as RuleFault | undefined;
  return known ?? { code: BY_CONSTRAINT[constraint] ?? 'invalid' };
}

function pathOf(parent: string, property: string): string {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}
