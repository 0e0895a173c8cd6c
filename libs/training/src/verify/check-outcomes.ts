import { differences, type Fault, type Replayed } from '#libs/engine';
import { productFaultsOf } from './product-faults.js';
import type { OutcomeRow, ProductRows } from './product-rows.port.js';

const LEAVING: Record<OutcomeRow['kind'], true> = {
  issueFeedback: true,
  enterTalentPool: true,
  recordDevelopmentHours: true,
  notify: true,
};

/** What effects leave behind (feedback, talent pool, hours, notices): a row for each that is done, saying what it says. */
export function checkOutcomes({ record }: Replayed, { outcomes }: ProductRows): Fault[] {
  const { id } = record.instance;
  const fault = productFaultsOf(id);
  const left = new Map(outcomes.filter(({ journeyId }) => journeyId === id).map((row) => [row.ground, row]));
  const faults = record.outbox.flatMap(({ id: ground, kind, seq, ordinal, status, payload }) => {
    if (!(kind in LEAVING)) return [];
    const subject = `${kind} #${String(seq)}.${String(ordinal)}`;
    const row = left.get(ground);
    left.delete(ground);
    if (!row) return status === 'done' ? [fault('outcome.lost', subject, { expected: payload })] : [];
    return differences(subject, row.params, payload).map(({ path, stored, folded }) =>
      fault('outcome.differs', path, { expected: folded, found: stored }),
    );
  });
  const strays = [...left.values()].map(({ kind, ground, params }) =>
    fault('outcome.unknown', `${kind} ${ground}`, { found: params }),
  );
  return [...faults, ...strays];
}
