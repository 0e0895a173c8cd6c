import { posix } from 'node:path';
import type { FileFaultCode } from '../tabular/table.js';
import { attribute, walkXml } from './walk-xml.js';
import { WorkbookFault } from './workbook-fault.js';
import type { ZipArchive } from './zip-archive.js';

export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  sharedStrings: string | null;
  styles: string | null;
  /** Dates are counted from 1904, as old Excel for Mac did. */
  from1904: boolean;
}

/** Where a workbook keeps its sheets, its texts and its formats. */
export function workbookParts(archive: ZipArchive): WorkbookParts {
  const path = workbookPath(archive);
  const xml = path.endsWith('.bin') ? null : archive.text(path);
  if (xml === null) throw new WorkbookFault(strangerCode(archive));
  const related = relationsOf(archive, path);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const target = related.byId.get(attribute(attributes, 'id') ?? '');
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      if (target) sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, path: target });
    },
  });
  const partOf = (kind: string) => {
    const target = related.byKind.get(kind);
    return target === undefined ? null : archive.text(target);
  };
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

function workbookPath(archive: ZipArchive): string {
  const root = relationsOf(archive, '').byKind.get('officeDocument');
  return root !== undefined && archive.has(root) ? root : 'xl/workbook.xml';
}

/** What else comes in a zip file: LibreOffice's own format, Excel's binary one, documents of other programs. */
function strangerCode(archive: ZipArchive): FileFaultCode {
  if (archive.has('xl/workbook.bin')) return 'file.binary_workbook';
  const declared = archive.text('mimetype') ?? '';
  return declared.includes('opendocument.spreadsheet') ? 'file.open_document' : 'file.unsupported';
}

interface Relations {
  byId: Map<string, string>;
  byKind: Map<string, string>;
}

/** The parts that a part refers to, by id and by the last word of the kind's address. */
function relationsOf(archive: ZipArchive, path: string): Relations {
  const folder = path === '' ? '' : posix.dirname(path);
  const relations: Relations = { byId: new Map(), byKind: new Map() };
  const xml = archive.text(posix.join(folder, '_rels', `${posix.basename(path)}.rels`));
  if (xml === null) return relations;
  walkXml(xml, {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target');
      if (name !== 'Relationship' || target === undefined) return;
      const full = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.byId.set(attribute(attributes, 'Id') ?? '', full);
      relations.byKind.set((attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''), full);
    },
  });
  return relations;
}
