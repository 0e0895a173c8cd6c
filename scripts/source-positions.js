import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const maps = new Map();

/** Null for a file that was not built from a source, or whose map is gone. */
function mapOf(file) {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file) {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')));
  } catch {
    return null;
  }
}

/** "name (file:line:column)" of the source that a frame was built from, or the frame as it is. */
function inSource(frame) {
  const file = frame.getFileName();
  const map = file?.startsWith('file:') && !file.includes('/node_modules/') ? mapOf(file) : null;
  const found = map?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1);
  if (!found?.originalSource) return String(frame);
  const source = fileURLToPath(new URL(found.originalSource, file));
  const place = `${pathToFileURL(source)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  const name = frame.getFunctionName();
  return name === null ? place : `${frame.isAsync() ? 'async ' : ''}${name} (${place})`;
}

/**
 * Traces name the TypeScript sources. Node's own way to do so reads the map of every file that is loaded, which is a tenth
 * of a start and stays in memory; here a map is read when a trace that passes its file is looked at.
 */
export function traceSources() {
  Error.prepareStackTrace = (error, frames) =>
    [Error.prototype.toString.call(error), ...frames.map((frame) => `    at ${inSource(frame)}`)].join('\n');
}
