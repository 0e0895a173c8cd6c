import { z } from 'zod';
import { POST_LEVELS } from '#libs/competency';
import { reportMissing, unique } from './list.rules.js';
import { bilingual, head, level, postLevel, programmeCode, text } from './parts.schema.js';

const post = z.strictObject({
  postLevel,
  name: bilingual,
  level,
  programme: programmeCode.nullable(),
  source: text.optional(),
  illustrative: z.literal(true).optional(),
});

export const postsFile = z
  .strictObject({ ...head, posts: unique(post, 'postLevel') })
  .superRefine(({ posts }, context) => {
    reportMissing(
      context,
      ['posts'],
      POST_LEVELS,
      posts.map((entry) => entry.postLevel),
    );
  });

export type PostsFile = z.output<typeof postsFile>;
