import { buildMessage, ValidateBy } from 'class-validator';
import type { FieldFault } from '#libs/platform';

/** The part of a fault that a rule knows by itself; where it is stands in the path. */
export type RuleFault = Pick<FieldFault, 'code' | 'params'>;

/** A field's rule with the code, and the values for the text, that its fault carries. */
export function rule(
  name: string,
  holds: (value: unknown, object: object) => boolean,
  fault: RuleFault,
): PropertyDecorator {
  return ValidateBy(
    {
      name,
      validator: {
        validate: (value, args) => holds(value, args?.object ?? {}),
        defaultMessage: buildMessage(() => fault.code),
      },
    },
    { context: fault },
  );
}
