import { Verifier } from '#libs/engine';
import { PostgresVerifyStore, productRowSource } from '#libs/persistence';
import { productCompanion } from '#libs/training';
import { inlineEffects } from '../../composition/released.js';
import type { Composition } from '../../composition/compose.js';

export interface Checked {
  /** Events that were looked at. */
  entries: number;
  faults: number;
  /** Faults by kind, with the first of each in full. */
  byKind: Record<string, { count: number; first: unknown }>;
}

/** The checks of `titian verify` on the whole record. */
export async function checkRecord({ dataSource, definitions, training }: Composition): Promise<Checked> {
  const programmes = [...training.knowledge.programmes.values()].flatMap((all) =>
    all.map(({ code }) => code),
  );
  const companion = productCompanion(productRowSource(dataSource.manager), [...new Set(programmes)]);
  const source = new PostgresVerifyStore(dataSource);
  const byKind: Checked['byKind'] = {};
  const verifier = new Verifier({ source, definitions, inline: inlineEffects, companion });
  const { entries, faults } = await verifier.run({
    found: (fault) => {
      const kind = byKind[fault.kind] ?? { count: 0, first: fault };
      byKind[fault.kind] = kind;
      kind.count += 1;
    },
  });
  return { entries, faults, byKind };
}
