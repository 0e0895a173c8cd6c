import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SHIPPED = join(import.meta.dirname, '../../../config');

const made: string[] = [];

/** A copy of the shipped configuration that a test may break. */
export class ConfigCopy {
  readonly dir: string;

  constructor() {
    const parent = mkdtempSync(join(tmpdir(), 'titian-config-'));
    made.push(parent);
    this.dir = join(parent, 'config');
    cpSync(SHIPPED, this.dir, { recursive: true });
  }

  /** Replaces the first occurrence; fails when there is none, so that a test can't pass by changing nothing. */
  replace(file: string, from: string, to: string): this {
    const path = join(this.dir, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} doesn't hold: ${from}`);
    writeFileSync(path, text.replace(from, to));
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  write(file: string, text: string): this {
    writeFileSync(join(this.dir, file), text);
    return this;
  }

  remove(file: string): this {
    rmSync(join(this.dir, file), { recursive: true });
    return this;
  }
}

/** Removes every copy made so far. */
export function removeCopies(): void {
  for (const parent of made.splice(0)) rmSync(parent, { recursive: true, force: true });
}
