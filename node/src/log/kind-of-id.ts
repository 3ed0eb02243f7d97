import { type Kind, kindModels, kinds } from '@openstraat/spec';

const kindOfPath: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kindModels[kind].path, kind]));

/** The kind that an id's first segment names; quicker than reading the whole id, for ids that were checked when they were written. */
export const kindOfId = (id: string): Kind | undefined => kindOfPath.get(id.slice(1, id.indexOf('/', 1)));
