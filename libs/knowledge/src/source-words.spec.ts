import { SHIPPED } from './config-copy.fixture.js';
import { isWorded, loadKnowledge, sourceIn } from './index.js';

describe('where a rule comes from', () => {
  const { settings, editions } = loadKnowledge(SHIPPED);
  const ofRules = settings.filter(({ file }) => /\/(policies|programmes)\//.test(file));
  const sources = [
    ...ofRules.map(({ source }) => source),
    ...[...editions.policy, ...editions.programmes].map(({ source }) => source),
  ];

  it('is worded in Indonesian for every setting that a decision goes by', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect([...new Set(sources)].filter((source) => !isWorded(source))).toEqual([]);
  });

  it('names documents as people know them, in both languages', () => {
    for (const language of ['id', 'en'] as const)
      for (const source of sources) expect(sourceIn(source, language)).not.toMatch(/seed/);
    expect(sourceIn('seed 002, Alternatives I to IV d', 'id')).toBe(
      'naskah kebijakan LAN 2023, Alternatif I sampai IV d',
    );
    expect(sourceIn('seed 002, Alternatives I to IV d', 'en')).toBe(
      "LAN's policy paper of 2023, Alternatives I to IV d",
    );
  });

  it('stays as an administrator wrote it where nobody worded it', () => {
    expect(sourceIn('Keputusan Kepala LAN 5/2030', 'id')).toBe('Keputusan Kepala LAN 5/2030');
  });
});
