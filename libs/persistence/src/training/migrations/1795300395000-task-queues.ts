import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The work lists that no index had: whose deputy one is, and who is named among others. */
export class TaskQueues1795300395000 implements MigrationInterface {
  name = 'TaskQueues1795300395000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index task_by_deputy');
    await runner.query('drop index task_by_candidate');
  }
}

const UP: readonly string[] = [
  // The engine writes whose it is with every task; the queue is read by it.
  `update task set candidate_org = org_id where candidate_org is null and status in ('open', 'claimed')`,
  `create index task_by_deputy on task (deputy, due_at, id)
    where deputy is not null and status in ('open', 'claimed')`,
  // A single candidate is nearly always the assignee, whose index has the task already: few rows come in here.
  `create index task_by_candidate on task using gin (candidates)
    where (jsonb_array_length(candidates) > 1
      or jsonb_array_length(candidates) = 1 and candidates ->> 0 is distinct from assignee::text)
      and status in ('open', 'claimed')`,
];
