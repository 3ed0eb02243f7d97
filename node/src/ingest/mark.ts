import type { ThingId } from '@openstraat/spec';

/** What a source left behind when it stated a thing: it tells a snapshot import what the source no longer has. */
export interface Mark {
  /** The run that last saw the thing. */
  readonly run: number;
  /** True where the source only mentioned the product. */
  readonly mentioned: boolean;
  /** True once other sources state the thing too: then its statement stands in the records. */
  readonly shared: boolean;
  /** `<catalogue>!<code>`, where the source has a code of its own for the product. */
  readonly code: string | undefined;
}

/** The key of a mark in its table; `scope` is the key of the place that the thing depends on, `-` for none. */
export const markKey = (source: string, scope: string, id: ThingId): string => `${source}!${scope}!${id}`;

/** Reads a mark's key back. */
export const splitMarkKey = (
  key: string,
): { readonly source: string; readonly scope: string; readonly id: ThingId } => {
  const first = key.indexOf('!');
  const second = key.indexOf('!', first + 1);
  return { source: key.slice(0, first), scope: key.slice(first + 1, second), id: key.slice(second + 1) as ThingId };
};

export const formatMark = (mark: Mark): string =>
  `${mark.run}\t${mark.mentioned ? 'm' : ''}${mark.shared ? 's' : ''}\t${mark.code ?? ''}`;

/** The run of a mark, where nothing else of it is asked. */
export const runOfMark = (text: string): number => Number(text.slice(0, text.indexOf('\t') + 1));

export const parseMark = (text: string): Mark => {
  const flagsStart = text.indexOf('\t') + 1;
  const codeStart = text.indexOf('\t', flagsStart) + 1;
  const flags = text.slice(flagsStart, codeStart);
  const code = text.slice(codeStart);
  return {
    run: runOfMark(text),
    mentioned: flags.includes('m'),
    shared: flags.includes('s'),
    code: code === '' ? undefined : code,
  };
};
