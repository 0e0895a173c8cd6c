import { inflateRawSync } from 'node:zlib';
import { WorkbookFault } from './workbook-fault.js';

/** Everything that is unpacked of one file together; a roster of 20,000 rows needs about 25 MB. */
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 2000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

interface ZipEntry {
  method: number;
  encrypted: boolean;
  packedBytes: number;
  offset: number;
}

/**
 * The parts of a zip file, unpacked one by one when asked for. What a part claims of its size is not believed: the
 * unpacking itself stops at the budget, so a small file that unpacks into gigabytes costs no more than the budget.
 */
export class ZipArchive {
  private readonly entries = new Map<string, ZipEntry>();
  private left = MOST_UNPACKED_BYTES;

  /** @throws WorkbookFault when it is no zip file. */
  constructor(private readonly bytes: Buffer) {
    let at = this.directoryStart();
    const count = this.bytes.readUInt16LE(this.endRecord() + 10);
    if (count > MOST_ENTRIES) throw new WorkbookFault('file.malformed');
    for (let index = 0; index < count; index += 1) at = this.readEntry(at);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The text of a part, or null when there is none. */
  text(name: string): string | null {
    const entry = this.entries.get(keyOf(name));
    if (!entry) return null;
    if (entry.encrypted) throw new WorkbookFault('file.protected');
    const unpacked = this.unpacked(entry);
    this.left -= unpacked.length;
    return decoded(unpacked);
  }

  private unpacked({ method, packedBytes, offset }: ZipEntry): Buffer {
    if (offset + 30 > this.bytes.length || this.bytes.readUInt32LE(offset) !== LOCAL)
      throw new WorkbookFault('file.malformed');
    const start = offset + 30 + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28);
    const packed = this.bytes.subarray(start, start + packedBytes);
    if (this.left <= 0 || (method === 0 && packed.length > this.left))
      throw new WorkbookFault('file.too_large');
    if (method === 0) return packed;
    if (method !== 8) throw new WorkbookFault('file.malformed');
    return inflated(packed, this.left);
  }

  private endRecord(): number {
    const earliest = Math.max(0, this.bytes.length - 65_557);
    for (let at = this.bytes.length - 22; at >= earliest; at -= 1) {
      if (this.bytes.readUInt32LE(at) === END) return at;
    }
    throw new WorkbookFault('file.malformed');
  }

  private directoryStart(): number {
    return this.bytes.readUInt32LE(this.endRecord() + 16);
  }

  private readEntry(at: number): number {
    const { bytes } = this;
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new WorkbookFault('file.malformed');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    this.entries.set(keyOf(bytes.toString('utf8', at + 46, nameEnd)), {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    return nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Some programs write backslashes or another case than the references to the part. */
function keyOf(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();
}

function inflated(packed: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (cause) {
    const isTooLarge = (cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new WorkbookFault(isTooLarge ? 'file.too_large' : 'file.malformed', { cause });
  }
}

function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '');
}
