import type { Draft, JourneyView, PlanLine } from './event-types.js';
import type { words } from './words.js';

type Words = (typeof words)['id'];

interface Common {
  label: keyof Words['field'];
  hint?: keyof Words['hint'];
  optional?: true;
  /** Asked only of some. */
  when?: (journey: JourneyView, draft: Draft) => boolean;
}

export type TextField = Common & { as: 'text' };
export type LongTextField = Common & { as: 'longText' };
/** `past`: not after today, as facts are; `ahead`: not before it, as appointments are. */
export type DateField = Common & { as: 'date'; limit?: 'past' | 'ahead' };
export type ScoreField = Common & { as: 'score' };
export type CheckField = Common & { as: 'check' };
export type ChoiceField<V extends string = string> = Common & { as: 'choice'; values: readonly V[] };
export type SeveralField<V extends string = string> = Common & { as: 'several'; values: readonly V[] };
/** A code of the catalogue, among those that make sense for this journey now. */
export type CompetencyField = Common & { as: 'competency' };
/** A line of the plan; it brings its stage along. */
export type CourseField = Common & { as: 'course'; among: (line: PlanLine) => boolean };
/** A logged session by its ordinal; `open`: not confirmed yet. */
export type SessionField = Common & { as: 'session'; open?: true };
export type OrganisationField = Common & { as: 'organisation'; kind: 'centre' | 'agency' };
export type CohortField = Common & { as: 'cohort' };
/** Lines of text, each with the competency that it is about, where it is about one. */
export type LinesField = Common & { as: 'lines'; min: 0 | 1 };
/** Items of the KSA guidance for the competency chosen, as tick boxes. */
export type KsaField = Common & { as: 'ksa' };
export type ProfileField = Common & { as: 'profile' };
export type ScoresField = Common & { as: 'scores' };
export type ChangesField = Common & { as: 'changes' };
/** Somebody whom the reader may name; kept with his name until it is sent. */
export type PersonField = Common & { as: 'person'; role: 'coach' | 'mentor' };
/** Not asked: it follows from the journey and what else is filled in. */
export interface DerivedField {
  as: 'derived';
  optional?: true;
  from: (journey: JourneyView, draft: Draft) => unknown;
}

export type Field =
  | (TextField | LongTextField | DateField | ScoreField | CheckField | ChoiceField | SeveralField)
  | (CompetencyField | CourseField | SessionField | OrganisationField | CohortField)
  | (LinesField | KsaField | ProfileField | ScoresField | ChangesField | PersonField | DerivedField);

/** Which fields can ask for a value of a type: what the API takes decides, not the table. */
export type FieldFor<V> =
  | DerivedField
  | ([V] extends [boolean]
      ? CheckField
      : [V] extends [number]
        ? ScoreField | SessionField
        : [V] extends [string]
          ? string extends V
            ? | TextField
              | LongTextField
              | DateField
              | CourseField
              | OrganisationField
              | CohortField
              | PersonField
            : ChoiceField<V> | CompetencyField
          : [V] extends [{ ratings: unknown }]
            ? ProfileField
            : [V] extends [readonly (infer One)[]]
              ? [One] extends [string]
                ? string extends One
                  ? KsaField
                  : SeveralField<One>
                : LinesField | ChangesField
              : ScoresField);

export const isAsked = (field: Field, journey: JourneyView, draft: Draft): boolean =>
  field.as !== 'derived' && (field.when?.(journey, draft) ?? true);

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object') return Object.values(value).every(isEmpty);
  return false;
}
