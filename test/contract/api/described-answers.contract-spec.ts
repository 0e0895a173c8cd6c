import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { untruths } from '../../e2e/described-answers.js';

type Operation = { operationId: string; responses: Record<string, { content?: object }> };

const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'openapi.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
/** Files, pages, figures for a collector, and what has nothing to say. */
const WITHOUT_JSON = [
  ...['Imports_rejected', 'Roster_rejected', 'Templates_csv', 'Templates_profiles', 'Templates_roster'],
  ...[
    'TimetableSheets_ofCohort',
    'TimetableSheets_ofJourney',
    'MailPreferences_stop',
    'JourneySheets_sheet',
    'OrganisationMembers_sheet',
    'TaskTalk_forget',
    'AccountsSheet_sheet',
    'Audit_sheet',
    'MailPreferences_page',
  ],
  ...['OwnSessions_end', 'OwnSessions_endOthers', 'OwnSessions_revoke', 'SecondFactor_remove'],
  ...['Recoveries_ask', 'Recoveries_complete', 'Oidc_begin', 'Oidc_finish'],
  ...[
    'SignInRules_link',
    'SignInRules_reset',
    'SignInRules_setRule',
    'SignInRules_unlink',
    'SignInRules_withdraw',
  ],
  ...['Health_figures', 'Sessions_close', 'OwnPassword_change', 'Mails_retry', 'Me_remove', 'Verify_verify'],
];

describe('the description of the answers', () => {
  it('has every route that answers JSON', () => {
    const undescribed = Object.values(paths)
      .flatMap((path) => Object.values(path))
      .filter(({ responses }) =>
        Object.entries(responses).every(([status, { content }]) => !status.startsWith('2') || !content),
      );
    expect(undescribed.map(({ operationId }) => operationId).sort()).toEqual(WITHOUT_JSON.sort());
  });

  it('notices an answer that is something else', () => {
    const path = '/journeys/0b1c?at=now';
    const answer = { method: 'GET', path, status: 200, type: 'application/json; charset=utf-8', body: {} };
    expect(untruths(answer).join()).toContain("must have required property 'allowedEvents'");
    const items = [{ id: 1 }];
    expect(untruths({ ...answer, path: '/tasks', body: { items, nextCursor: null } }).join()).toContain(
      '/items/0/id must be string',
    );
    expect(untruths({ ...answer, status: 404, type: 'application/problem+json' }).join()).toContain("'code'");
  });

  it('says nothing of an answer that is as described', () => {
    const body = { items: [], nextCursor: null };
    expect(untruths({ method: 'GET', path: '/tasks', status: 200, type: 'application/json', body })).toEqual(
      [],
    );
  });
});
