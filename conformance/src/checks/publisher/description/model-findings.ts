import type { Description } from '../../../evidence/description.ts';
import { type JsonObject, shown } from '../../../json/json-value.ts';
import { atPointer, type Finding } from '../../finding.ts';

/** What the spec's model finds wrong in some members of the description. */
export const modelFindings = (
  { exchange, issues, json }: Description,
  concerns: (path: readonly (string | number)[]) => boolean,
): readonly Finding[] =>
  issues
    .filter(({ path }) => concerns(path))
    .map(({ path, pointer, message }) =>
      atPointer(exchange, pointer, `${path.join('.')}: ${message} (it is ${shown(valueAt(json, path))})`),
    );

const valueAt = (json: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as JsonObject)[step] : undefined),
    json,
  );
