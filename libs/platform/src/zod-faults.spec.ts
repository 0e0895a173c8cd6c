import { z } from 'zod';
import { fieldMessage } from './messages/field-message.js';
import { zodFaults } from './zod-faults.js';

const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('add'), course: z.string().regex(/^P-\d$/) }),
  z.strictObject({ op: z.literal('drop') }),
]);
const schema = z.strictObject({
  name: z.string().min(1),
  on: z.iso.date(),
  scores: z.partialRecord(z.enum(['written', 'spoken']), z.number().max(100)).optional(),
  changes: z.array(change).optional(),
  people: z.array(z.strictObject({ age: z.int() })).optional(),
  even: z
    .number()
    .refine((n) => n % 2 === 0, { params: { code: 'duplicate' } })
    .optional(),
  odd: z
    .number()
    .refine((n) => n % 2 === 1, 'must be odd')
    .optional(),
});

const good = { name: 'x', on: '2026-01-01' };

function faults(value: object) {
  const parsed = schema.safeParse({ ...good, ...value }, { reportInput: true });
  return parsed.success ? [] : zodFaults(parsed.error.issues, schema);
}

describe('what a schema finds wrong', () => {
  it.each<[object, string]>([
    [{ name: undefined }, 'name required: Required.'],
    [{ name: '' }, 'name too_short: At least 1 characters.'],
    [{ on: '2026-02-30' }, 'on not_date: Must be an existing date, YYYY-MM-DD.'],
    [{ scores: { written: 101 } }, 'scores.written too_large: At most 100.'],
    [
      { scores: { sung: 1 } },
      'scores.sung unknown_field: This field is not known. These are: written, spoken.',
    ],
    [{ changes: [{ op: 'zap' }] }, 'changes[0].op not_one_of: Must be one of: add, drop.'],
    [
      { changes: [{ op: 'drop' }, { op: 'add', course: 'Q' }] },
      'changes[1].course not_of_pattern: Does not match the pattern /^P-\\d$/.',
    ],
    [{ people: [{ age: 1.5 }] }, 'people[0].age not_integer: Must be a whole number.'],
    [
      { people: [{ age: 1, agee: 2 }] },
      'people[0].agee unknown_field: This field is not known. These are: age.',
    ],
    [{ even: 1 }, 'even duplicate: Named more than once.'],
    [{ odd: 2 }, 'odd invalid: must be odd'],
  ])('%j is said as %s', (value, said) => {
    expect(faults(value).map((fault) => `${fault.path} ${fault.code}: ${fieldMessage(fault).en}`)).toEqual([
      said,
    ]);
  });

  it('names a typo with the fields that are known, in both languages', () => {
    const [typo] = faults({ nmae: 'x' });
    expect(typo && fieldMessage(typo)).toEqual({
      id: 'Isian ini tidak dikenal. Yang dikenal: name, on, scores, changes, people, even, odd.',
      en: 'This field is not known. These are: name, on, scores, changes, people, even, odd.',
    });
  });
});
