import { assembleKnowledge } from './assemble-knowledge.js';
import { ConfigFaults } from './config-faults.js';
import { readConfigFiles } from './config-files.js';
import type { Knowledge } from './knowledge.js';
import { checkFiles } from './loaded-config.js';
import { catalogueFaults } from './rules/catalogue.rules.js';
import { programmeFaults } from './rules/programme.rules.js';
import { versionFaults } from './rules/version.rules.js';
import { settingsOf } from './settings.js';

/**
 * Reads and checks the whole configuration folder. Throws `ConfigFaults` with every fault of every file when there is
 * any. Reads each file once; what it gives back never changes.
 */
export function loadKnowledge(configDir: string): Knowledge {
  const reading = readConfigFiles(configDir);
  const { config, faults } = checkFiles(reading.files);
  const all = [
    ...reading.faults,
    ...faults,
    ...versionFaults(config),
    ...catalogueFaults(config),
    ...programmeFaults(config),
  ];
  if (all.length > 0) throw new ConfigFaults(all);
  return { ...assembleKnowledge(config), settings: reading.files.flatMap(settingsOf) };
}
