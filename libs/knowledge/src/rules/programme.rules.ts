import { PROGRAMMES } from '#libs/curriculum';
import type { ConfigFault } from '../config-faults.js';
import { newest } from '../edition.js';
import type { Loaded, LoadedConfig } from '../loaded-config.js';
import type { PostsFile } from '../schema/posts.schema.js';
import type { ProgrammeFile } from '../schema/programme.schema.js';

/** A version of the curriculum is complete only with all four programmes. */
function incompleteVersions({ programmes, broken }: LoadedConfig): ConfigFault[] {
  if (broken.has('programmes')) return [];
  const versions = [...new Set(programmes.map(({ value }) => value.version))];
  return versions.flatMap((version) => {
    const files = programmes.filter(({ value }) => value.version === version);
    const missing = PROGRAMMES.filter((code) => !files.some(({ value }) => value.code === code));
    const message = `version ${version} has no file for ${missing.join(', ')}`;
    return missing.length === 0 ? [] : [{ file: files[0]!.file, path: 'version', message }];
  });
}

function postsOf({ catalogues, posts }: LoadedConfig): Loaded<PostsFile> | undefined {
  const catalogue = newest(catalogues.map(({ value }) => value));
  return posts.find(({ value }) => value.version === catalogue?.posts);
}

function programmeAgainstPosts(
  { file, value }: Loaded<ProgrammeFile>,
  posts: Loaded<PostsFile>,
): ConfigFault[] {
  return value.postLevels.flatMap((postLevel, index) => {
    const post = posts.value.posts.find((candidate) => candidate.postLevel === postLevel)!;
    const path = `postLevels[${index}]`;
    const faults: ConfigFault[] = [];
    if (post.programme !== value.code)
      faults.push({ file, path, message: `${postLevel} belongs to ${post.programme} in ${posts.file}` });
    if (post.level !== value.level)
      faults.push({ file, path, message: `${postLevel} has level ${post.level} in ${posts.file}` });
    return faults;
  });
}

function postsAgainstProgrammes(
  posts: Loaded<PostsFile>,
  programmes: Loaded<ProgrammeFile>[],
): ConfigFault[] {
  return posts.value.posts.flatMap(({ postLevel, programme }, index) => {
    const target = programmes.find(({ value }) => value.code === programme);
    if (!target || target.value.postLevels.includes(postLevel)) return [];
    return [
      {
        file: posts.file,
        path: `posts[${index}].programme`,
        message: `${target.file} doesn't name ${postLevel}`,
      },
    ];
  });
}

/** Faults across the programmes of a version, and between the newest of them and the posts they are for. */
export function programmeFaults(config: LoadedConfig): ConfigFault[] {
  const posts = postsOf(config);
  const version = newest(config.programmes.map(({ value }) => value))?.version;
  const current = config.programmes.filter(({ value }) => value.version === version);
  return [
    ...incompleteVersions(config),
    ...(posts ? current.flatMap((programme) => programmeAgainstPosts(programme, posts)) : []),
    ...(posts ? postsAgainstProgrammes(posts, current) : []),
  ];
}
