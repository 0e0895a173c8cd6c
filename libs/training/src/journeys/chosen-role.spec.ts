import { decide, type Caller, type CallerMembership } from '#libs/access';
import { chosenRoles } from './chosen-role.js';
import { relationsTo, type JourneyParts } from './on-journey.js';

const WEST: CallerMembership = { org: 'LP-01', orgCode: 'LP-01', kind: 'institute', role: 'coach' };
const EAST: CallerMembership = { ...WEST, org: 'LP-02', orgCode: 'LP-02' };
const SUPERIOR: CallerMembership = { org: 'INS-01-01', orgCode: 'x', kind: 'agency', role: 'superior' };
const PARTICIPANT: CallerMembership = { org: 'INS-09', orgCode: 'x', kind: 'agency', role: 'participant' };

const callerAs = (memberships: CallerMembership[], within: string[] | null): Caller => ({
  ...{ accountId: 'account', personId: 'he', username: 'he' },
  ...{ memberships, within },
});

/** Of the institute in the west, for somebody of an agency. */
const journey = (
  named: { role: string; org: string; person: string }[],
  deputies: JourneyParts['deputies'] = [],
) => ({
  ...{ id: 'journey', orgId: 'LP-01', isOver: false, deputies },
  parties: [
    { role: 'institute', org: 'LP-01', person: null },
    { role: 'agency', org: 'INS-01', person: null },
    ...named,
  ],
});

const sees = (caller: Caller, of: JourneyParts) =>
  decide(caller, 'journey.read', (membership) => relationsTo(caller, membership, of)) === 'allowed';

describe('one of somebody’s roles alone', () => {
  const asCoach = journey([{ role: 'coach', org: 'LP-01', person: 'he' }]);
  const asMentor = journey([{ role: 'mentor', org: 'LP-01', person: 'he' }]);

  it('is everything that he is until he chooses', () => {
    expect(chosenRoles(callerAs([WEST, EAST], null))).toBeNull();
    expect(sees(callerAs([WEST, EAST], null), asCoach)).toBe(true);
    expect(sees(callerAs([WEST, EAST], null), asMentor)).toBe(true);
  });

  it('counts where its organisation has a part, and in that role', () => {
    expect(sees(callerAs([WEST], ['LP-01']), asCoach)).toBe(true);
    expect(sees(callerAs([EAST], ['LP-02']), asCoach)).toBe(false);
    // Nobody coaches there yet, so that its coaches may take him on; as a mentor he is not asked.
    expect(sees(callerAs([WEST], ['LP-01']), { ...asMentor, isOver: true })).toBe(false);
  });

  it('is a mentor’s for a direct superior of the agency or a unit of it, wherever he is trained', () => {
    const superior = callerAs([SUPERIOR], ['INS-01-01', 'INS-01']);
    expect(sees(superior, asMentor)).toBe(true);
    expect(sees(callerAs([SUPERIOR], ['INS-02-01', 'INS-02']), asMentor)).toBe(false);
    expect(sees(superior, asCoach)).toBe(false);
  });

  it('is one’s own way wherever one came from, and nothing of it in another role', () => {
    const own = journey([{ role: 'participant', org: 'INS-01', person: 'he' }]);
    expect(sees(callerAs([PARTICIPANT], ['INS-09']), own)).toBe(true);
    expect(sees(callerAs([EAST], ['LP-02']), own)).toBe(false);
  });

  it('stands in for somebody in that role only', () => {
    const deputised = (role: string) => journey([], [{ person: 'he', role }]);
    const coach = callerAs([WEST], ['LP-01']);
    expect(sees(coach, { ...deputised('coach'), isOver: true })).toBe(true);
    expect(sees(coach, { ...deputised('mentor'), isOver: true })).toBe(false);
    expect(sees(callerAs([EAST], ['LP-02']), deputised('coach'))).toBe(false);
  });
});
