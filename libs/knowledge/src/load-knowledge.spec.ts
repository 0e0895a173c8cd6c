import { join } from 'node:path';
import { ConfigCopy, removeCopies } from './config-copy.fixture.js';
import { ConfigFaults, loadKnowledge } from './index.js';

afterAll(removeCopies);

function faultsOf(copy: ConfigCopy): string[] {
  try {
    loadKnowledge(copy.dir);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    return error.faults.map(({ file, path, message }) => `${file} ${path}: ${message}`);
  }
  return [];
}

describe('loadKnowledge', () => {
  it('lists every fault of every file at once, with file and path', () => {
    const copy = new ConfigCopy()
      .replace('programmes/pka.yaml', 'targets: [M2]', 'targets: [M9]')
      .replace('programmes/pka.yaml', 'code: PKA-3b', 'code: PKA-3a')
      .replace('programmes/pkp.yaml', 'mandatory: true', 'mandatory: false')
      .replace('policies/2026.yaml', 'value: 50', 'value: 55')
      .replace('policies/2026.yaml', 'value: 90\n', 'value: 70\n')
      .replace('policies/2026.yaml', 'value: P12M', 'value: P2M')
      .replace('calendars/2026.yaml', '2026-02-17', '2026-02-30')
      .replace('calendars/2027.yaml', '2027-01-05', '2026-01-05')
      .replace('ksa/m1.yaml', 'attitude:', 'atitude:')
      .replace('posts/2026.yaml', 'supervisor', 'superviser')
      .write('policies/broken.yaml', 'version: [');
    expect(faultsOf(copy)).toEqual([
      expect.stringMatching(/^config\/policies\/broken.yaml : not readable as YAML/),
      expect.stringMatching(/^config\/ksa\/m1.yaml levels\[0\].attitude: Invalid input/),
      'config/ksa/m1.yaml levels[0]: Unrecognized key: "atitude"',
      expect.stringMatching(/^config\/posts\/2026.yaml posts\[1\].postLevel: Invalid option/),
      expect.stringMatching(/^config\/programmes\/pka.yaml courses\[3\].targets\[0\]: Invalid option/),
      'config/programmes/pka.yaml courses[7].code: PKA-3a is not agenda 3, letter b',
      'config/programmes/pka.yaml courses[7].code: PKA-3a comes twice',
      'config/programmes/pkp.yaml courses[13].mandatory: agenda 4 is mandatory',
      'config/policies/2026.yaml assessment.categories.mapping.fairlyOptimal: fairlyOptimal must be below optimal',
      'config/policies/2026.yaml evaluation.weights: the weights sum to 105, not 100',
      'config/policies/2026.yaml journey.assessmentOpens.value: must be shorter than assessmentCloses',
      'config/calendars/2026.yaml holidays[3].date: not a real date of the form YYYY-MM-DD',
      'config/calendars/2027.yaml holidays[1].date: 2026-01-05 is not in 2027',
    ]);
  });

  it('says all faults in its message', () => {
    const copy = new ConfigCopy()
      .replace('policies/2026.yaml', 'value: 50', 'value: 40')
      .remove('ksa/m4.yaml');
    expect(() => loadKnowledge(copy.dir)).toThrow(
      [
        'the configuration has 2 fault(s):',
        '  config/policies/2026.yaml evaluation.weights: the weights sum to 90, not 100',
        '  config/catalogues/2026.yaml ksa: the matrix of version 2026.1 lacks M4',
      ].join('\n'),
    );
  });

  it('refuses a programme that leaves a competency out, or a course that got lost', () => {
    const copy = new ConfigCopy();
    const text = copy.read('programmes/pkn1.yaml');
    const withoutActualisation = text.slice(0, text.indexOf('  - code: PKN1-4a'));
    copy.write('programmes/pkn1.yaml', withoutActualisation.replace('targets: [M3]', 'targets: [M2]'));
    expect(faultsOf(copy)).toEqual([
      'config/programmes/pkn1.yaml courses: lacks M3',
      'config/programmes/pkn1.yaml courses: 8 courses where courseCount says 11',
    ]);
  });

  it('refuses programmes that disagree with the posts they are for', () => {
    const copy = new ConfigCopy()
      .replace('programmes/pkp.yaml', 'postLevels: [supervisor]', 'postLevels: [administrator]')
      .replace('programmes/pka.yaml', '\nlevel: 3', '\nlevel: 4');
    expect(faultsOf(copy)).toEqual([
      'config/programmes/pka.yaml postLevels[0]: administrator has level 3 in config/posts/2026.yaml',
      'config/programmes/pkp.yaml postLevels[0]: administrator belongs to PKA in config/posts/2026.yaml',
      'config/programmes/pkp.yaml postLevels[0]: administrator has level 3 in config/posts/2026.yaml',
      "config/posts/2026.yaml posts[1].programme: config/programmes/pkp.yaml doesn't name supervisor",
    ]);
  });

  it('refuses a version of the curriculum that lacks a programme', () => {
    expect(faultsOf(new ConfigCopy().remove('programmes/pkn2.yaml'))).toEqual([
      'config/programmes/pka.yaml version: version 2026.1 has no file for PKN2',
    ]);
  });

  it('refuses two files that claim one version or one day', () => {
    const copy = new ConfigCopy();
    copy.write('policies/again.yaml', copy.read('policies/2026.yaml'));
    expect(faultsOf(copy)).toEqual([
      'config/policies/again.yaml version: version 2026.1 is already in config/policies/2026.yaml',
      'config/policies/again.yaml validFrom: validFrom 2026-01-01 is already in config/policies/2026.yaml',
    ]);
  });

  it('refuses a catalogue whose parts are not there', () => {
    const copy = new ConfigCopy().replace('catalogues/2026.yaml', "posts: '2026.1'", "posts: '2030.1'");
    expect(faultsOf(copy)).toEqual([
      'config/catalogues/2026.yaml posts: no file in posts has version 2030.1',
    ]);
  });

  it('refuses files where nothing would read them, and folders without any', () => {
    const copy = new ConfigCopy().write('policy.yaml', 'a: 1').remove('working-time/2023.yaml');
    expect(faultsOf(copy)).toEqual([
      expect.stringMatching(
        /^config\/policy.yaml : nothing reads this; files belong into one of competencies, /,
      ),
      'config/working-time : no file; at least one .yaml file is needed here',
    ]);
  });

  it('fails for a folder that is not there', () => {
    expect(() => loadKnowledge(join(new ConfigCopy().dir, 'nowhere'))).toThrow(/ENOENT/);
  });
});
