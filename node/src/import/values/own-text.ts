/** A copy of a text: one cut from a line of a file would keep the whole piece of the file in memory. */
export const ownText = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
