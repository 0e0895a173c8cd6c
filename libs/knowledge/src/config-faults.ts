/** Something wrong in a configuration file. */
export interface ConfigFault {
  /** From the configuration folder on: `config/programmes/pka.yaml`. */
  file: string;
  /** Where in the file: `courses[3].targets[0]`; empty for the file as a whole. */
  path: string;
  message: string;
}

function inWords({ file, path, message }: ConfigFault): string {
  return `${[file, path].filter(Boolean).join(' ')}: ${message}`;
}

/** Thrown when the configuration can't be used; lists every fault, so that one round of corrections is enough. */
export class ConfigFaults extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super([`the configuration has ${faults.length} fault(s):`, ...faults.map(inWords)].join('\n  '));
    this.name = 'ConfigFaults';
  }
}

/** Writes a path of keys and indexes the way people read it: `courses[3].targets[0]`. */
export function pathInWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    return words === '' ? String(key) : `${words}.${String(key)}`;
  }, '');
}
