import * as chapter from '../dsl/chapters.js';
import { fold } from '../dsl/story.js';
it('bench', async () => {
  const story = chapter.judged({ M2: 2 });
  const def = story.definition as never; (await import('node:fs')).writeFileSync('/tmp/log.json', JSON.stringify(story.log));
  for (let i = 0; i < 30; i++) fold(def, story.log);
  const t = performance.now(); let n = 0;
  while (performance.now() - t < 3000) { fold(def, story.log); n += story.log.length; }
  console.log('steps/s', Math.round(n / ((performance.now() - t) / 1000)), story.log.length, JSON.stringify(story.result.stored).length);
});
