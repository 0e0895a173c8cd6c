import { SaxesParser } from 'saxes';
import { WorkbookFault } from './workbook-fault.js';

export type Attributes = Record<string, string>;

export interface XmlVisitor {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/**
 * Walks through a part element by element; names come without their prefix, which programs choose as they like. Nothing
 * outside the text is ever fetched, and entities that a document declares itself are refused, not expanded.
 *
 * @throws WorkbookFault when it is not well formed.
 */
export function walkXml(xml: string, { open, text, close }: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (cause) => {
    throw new WorkbookFault('file.malformed', { cause });
  });
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (text) parser.on('text', text);
  if (text) parser.on('cdata', text);
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  parser.write(xml).close();
}

/** The attribute by its name without prefix: `r:id` and `id` alike. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
