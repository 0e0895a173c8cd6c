import { MEMBERSHIP_ROLES } from '../membership-role.js';
import { ACTIONS, DUTIES_APART, permissionOf, type Action } from './matrix.js';
import { RELATIONS, type Relation } from './relations.js';

const HEAD = `# Who may do what

The matrix of \`libs/access/src/permissions\`, written out by the test that compares the two, where \`WRITE_PERMISSIONS_PAGE=true\` is set.
A role that a row does not name may never do it (403). Under a relation that does not hold it is absent (404), or forbidden
(403) for whoever may do what stands under *found by*. Why it is built so: [ADR 17](adr/0017-permissions-and-row-level-security.md).

## Relations
`;

/** The matrix as a page to read. */
export function permissionsPage(): string {
  const relations = Object.entries(RELATIONS).map(([name, { en }]) => `- **${name}**: ${en}.`);
  const groups = [...new Set(ACTIONS.map((action) => action.split('.')[0] ?? ''))];
  const duties = DUTIES_APART.map(
    ({ first, second, code, why }) =>
      `- Whoever did ${first} with somebody may not do ${second} (\`${code}\`). ${why}`,
  );
  const tables = groups.map((group) => {
    const rows = ACTIONS.filter((action) => action.startsWith(`${group}.`)).map(rowOf);
    return `## ${group}\n\n| Action | Who, under which relation | Found by | Why |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `${HEAD}\n${relations.join('\n')}\n\n${tables.join('\n')}\n## Duties apart\n\n${duties.join('\n')}\n`;
}

function rowOf(action: Action): string {
  const { may, found, why, notOneself, rows } = permissionOf(action);
  const who =
    may === 'everybody'
      ? 'everybody'
      : MEMBERSHIP_ROLES.flatMap((role) => cell(role, may[role])).join('<br>');
  const notes = [notOneself && 'Never to somebody who is enrolled himself.', rows && READS[rows]];
  const told = [why, ...notes.filter((note) => note !== undefined)].join(' ');
  return `| \`${action}\` | ${who} | ${found === undefined ? '' : `\`${found}\``} | ${told} |`;
}

const READS = {
  engine: 'Reads past row-level security, once what the address names was held against it.',
  afterwards: 'What it finds is held against row-level security afterwards; counts are not.',
};

function cell(role: string, relations: readonly Relation[] | undefined): string[] {
  return relations ? [`${role}: ${relations.join(', ')}`] : [];
}
