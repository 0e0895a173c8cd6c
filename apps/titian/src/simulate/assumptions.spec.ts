import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import { readAssumptions } from './assumptions.js';

describe('the assumptions of a simulation', () => {
  const shipped = join(projectRoot(), 'config');
  const folder = mkdtempSync(join(tmpdir(), 'titian-assumptions-'));
  const file = join(folder, 'simulation', 'assumptions.yaml');
  beforeEach(() => cpSync(join(shipped, 'simulation'), join(folder, 'simulation'), { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read as figures, each of which is said to be one', () => {
    const read = readAssumptions(shipped);
    expect(read.participants.objectsShare).toBeGreaterThan(0);
    expect(read.delays.agency.days[0]).toBeLessThanOrEqual(read.delays.agency.days[1]);
    expect(readFileSync(file, 'utf8')).toContain('illustrative: true');
  });

  it('are refused with every fault by its path', () => {
    const text = readFileSync(file, 'utf8')
      .replace('value: 0.45', 'value: 45')
      .replace('value: [6, 14]', 'value: [14, 6]')
      .replace('assumption: leaves before the end', "assumption: ''");
    writeFileSync(file, text);
    expect(() => readAssumptions(folder)).toThrow(
      /intake\.reportOnFileShare\.value.*\n.*participants\.withdrawsShare\.assumption.*\n.*examination\.remedialGain\.value/,
    );
  });
});
