import { costLines, type CostLine, type ProfileOrigin } from '#libs/curriculum';
import type { Language } from '#libs/calendar';
import type { JourneyContext } from '#libs/journeys';
import { sourceIn, type KnowledgeLookup } from '#libs/knowledge';

/** What a journey's participant costs; null where there is no programme, so no price either. */
export function costsOf(context: JourneyContext, lookup: KnowledgeLookup): CostLine[] | null {
  const { programme, pathway, versions, option } = context;
  if (!programme || !pathway) return null;
  return costLines({
    fees: lookup.programme(versions.programmes, programme).feeLines,
    pathway,
    option,
    origin: originOf(context),
    feeNote: lookup.policy(versions.policy).curriculum.feeNote,
  });
}

/** Cost lines in the caller's language. */
export function costsIn(language: Language, lines: readonly CostLine[]) {
  return lines.map(({ note, fundedBy, source, ...line }) => ({
    ...line,
    source: sourceIn(source, language),
    fundedBy: fundedBy && fundedBy[language],
    note: note[language],
  }));
}

/** A profile older than the journey is a report that was used again, or one that a transfer brought along. */
function originOf({ baseline, reportValidUntil, enteredOn }: JourneyContext): ProfileOrigin {
  if (baseline === null) return { kind: 'none' };
  if (reportValidUntil !== null) return { kind: 'report', validUntil: reportValidUntil };
  return baseline.on < enteredOn ? { kind: 'carried' } : { kind: 'assessment', why: null };
}
