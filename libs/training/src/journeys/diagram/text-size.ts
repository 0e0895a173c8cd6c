/** How large text is drawn; the server has no fonts, so that a character has a mean width. */
export interface TextSize {
  /** Pixels. */
  char: number;
  line: number;
}

export const NODE_TEXT: TextSize = { char: 7, line: 17 };
export const GROUP_TEXT: TextSize = { char: 7.4, line: 18 };
export const EDGE_TEXT: TextSize = { char: 6.2, line: 15 };

export function widthOf(text: string, { char }: TextSize): number {
  return text.length * char;
}

/** Breaks a text between words into lines of at most so many characters; a longer word has a line of its own. */
export function brokenInto(text: string, chars: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= chars)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
