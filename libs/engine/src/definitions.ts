import { lint, statePaths, type AnyDefinition } from '#libs/statechart';

/** Types of log rows that the engine writes itself; no definition may name an event so. */
export const LOG = { started: 'started', deadlineFired: 'deadlineFired', redacted: 'entryRedacted' } as const;

/** Why the process may not boot: every fault at once. */
export class DefinitionFaults extends Error {
  constructor(readonly faults: string[]) {
    super(
      `The definitions have ${faults.length} fault(s):\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
    this.name = 'DefinitionFaults';
  }
}

/** The released definitions by (key, version). */
export class Definitions {
  private readonly byKey = new Map<string, Map<number, AnyDefinition>>();

  /** @throws DefinitionFaults naming every fault of every definition. */
  constructor(definitions: AnyDefinition[]) {
    const faults = definitions.flatMap((definition) => [...lint(definition), ...reservedNames(definition)]);
    for (const definition of definitions) {
      const versions = this.byKey.get(definition.key) ?? new Map<number, AnyDefinition>();
      if (versions.has(definition.version)) faults.push(`${nameOf(definition)} is registered twice`);
      this.byKey.set(definition.key, versions.set(definition.version, definition));
    }
    if (faults.length > 0) throw new DefinitionFaults(faults);
  }

  /** @throws Error when an instance pins a definition that this release does not carry. */
  get(key: string, version: number): AnyDefinition {
    const definition = this.byKey.get(key)?.get(version);
    if (!definition) throw new Error(`This release has no definition ${key} v${version}; add it back.`);
    return definition;
  }

  latest(key: string): AnyDefinition {
    const versions = [...(this.byKey.get(key)?.keys() ?? [])];
    return this.get(key, Math.max(...versions));
  }

  /** Every state of any released version, for whoever asks by one. */
  statesOf(key: string): string[] {
    return [...new Set([...(this.byKey.get(key)?.values() ?? [])].flatMap(statePaths))];
  }

  all(): AnyDefinition[] {
    return [...this.byKey.values()].flatMap((versions) => [...versions.values()]);
  }
}

function reservedNames(definition: AnyDefinition): string[] {
  return Object.values(LOG)
    .filter((type) => type in definition.events)
    .map((type) => `${nameOf(definition)}: the event name ${type} belongs to the log`);
}

function nameOf({ key, version }: AnyDefinition): string {
  return `${key} v${version}`;
}
