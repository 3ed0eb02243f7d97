import { crc32 } from 'node:zlib';

/** A message as it is stored. */
export interface StoredMessage {
  readonly message: unknown;
  readonly orderingKey: string | undefined;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** The text of a message, with a checksum: LevelDB hands out some damage as if it were data. */
export const encodeMessage = ({ message, orderingKey }: StoredMessage): string => {
  const json = JSON.stringify(orderingKey === undefined ? [message] : [message, orderingKey]);
  return checksum(json) + json;
};

/** The message; undefined when the text is not what was written. */
export const decodeMessage = (text: string): StoredMessage | undefined => {
  const json = text.slice(8);
  if (checksum(json) !== text.slice(0, 8)) return undefined;
  try {
    const [message, orderingKey] = JSON.parse(json) as [unknown, string?];
    return { message, orderingKey };
  } catch {
    return undefined;
  }
};
