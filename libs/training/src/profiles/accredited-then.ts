import type { OrganisationStore } from '#libs/access';
import type { Profile } from '#libs/competency';

export type Accreditations = Pick<OrganisationStore, 'accreditationsByCode'>;

/** Whether the centre's accreditation was not valid on the day of the assessment, as far as the register knows of one. */
export type LapsedThen = (centre: string, assessedOn: string) => boolean;

/**
 * What the register knows of these centres: results count from units that BKN had accredited when they assessed (Peraturan
 * BKN 26/2019). Of a centre without any accreditation on record nothing is known, and what is said of it stands.
 */
export async function lapsedThen(of: Accreditations, centres: readonly string[]): Promise<LapsedThen> {
  const codes = [...new Set(centres)];
  const noted = codes.length === 0 ? [] : await of.accreditationsByCode(codes);
  return (centre, assessedOn) => {
    const own = noted.filter(({ code }) => code === centre);
    return (
      own.length > 0 &&
      own.every(({ validFrom, validUntil }) => assessedOn < validFrom || assessedOn > validUntil)
    );
  };
}

/** A profile as it counts: not accredited where the centre was not on that day, whatever is said of it. */
export function asItCounts<P extends Pick<Profile, 'accredited' | 'centre' | 'assessedOn'>>(
  profile: P,
  isLapsed: LapsedThen,
): P {
  const { accredited, centre, assessedOn } = profile;
  const isFalse = accredited && centre !== undefined && isLapsed(centre, assessedOn);
  return isFalse ? { ...profile, accredited: false } : profile;
}
