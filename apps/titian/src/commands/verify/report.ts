import type { Fault, Progress } from '#libs/engine';
import { faultLines, type Language, moreLine, summaryLine, titleOf } from './words.js';

export interface Summary extends Pick<Progress, 'instances' | 'entries' | 'faults'> {
  seconds: number;
}

export interface Report {
  found(fault: Fault): void;
  end(summary: Summary): void;
}

type Print = (line: string) => void;

/** Faults by their kind, the first few of each: what is kept doesn't grow with the record. */
export function wordReport(print: Print, language: Language, show: number): Report {
  const kinds = new Map<string, { count: number; first: Fault[] }>();
  return {
    found(fault) {
      const kind = kinds.get(fault.kind) ?? { count: 0, first: [] };
      kind.count += 1;
      if (kind.first.length < show) kind.first.push(fault);
      kinds.set(fault.kind, kind);
    },
    end(summary) {
      for (const [name, { count, first }] of kinds) {
        print(`${titleOf(name)[language]} (${count}, ${name})`);
        for (const fault of first) for (const line of faultLines(fault, language)) print(line);
        if (count > first.length) print(moreLine(count - first.length, language));
        print('');
      }
      print(summaryLine(summary, language));
    },
  };
}

/** One JSON text a line: every fault as it is found, and the summary last. */
export function jsonReport(print: Print): Report {
  const byKind: Record<string, number> = {};
  return {
    found(fault) {
      byKind[fault.kind] = (byKind[fault.kind] ?? 0) + 1;
      print(JSON.stringify({ fault: { ...fault, title: titleOf(fault.kind) } }));
    },
    end({ instances, entries, faults, seconds }) {
      print(JSON.stringify({ summary: { ok: faults === 0, instances, entries, faults, byKind, seconds } }));
    },
  };
}
