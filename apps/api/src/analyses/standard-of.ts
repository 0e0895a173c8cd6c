import { type CompetencyCatalogue, type Standard, standardOfLevel } from '#libs/competency';
import type { StandardDto } from './standard.dto.js';

/** The levels that are meant. Every post level is in every catalogue: the configuration is refused at boot otherwise. */
export function standardOf(
  { postLevel, levels }: StandardDto,
  catalogue: Pick<CompetencyCatalogue, 'posts'>,
): Standard {
  if (levels) return { ...levels };
  const post = catalogue.posts.find((one) => one.postLevel === postLevel);
  if (!post) throw new Error(`the catalogue has no standard for ${String(postLevel)}`);
  return standardOfLevel(post.level);
}
