import type { SeenEntry, SeenPage } from '../../../evidence/seen-page.ts';
import { isPosition } from '../../../json/json-value.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const dcterms = 'http://purl.org/dc/terms/';
const os = 'https://w3id.org/openstraat/ns#';
const activity = 'https://www.w3.org/ns/activitystreams#';
const member = '<https://w3id.org/tree#member>';

/** Something that the RDF of an entry says otherwise than the entry. */
export interface EntryQuadFault {
  /** Index of the entry. */
  readonly at: number;
  readonly message: string;
}

/** Subject, predicate, object and graph of a line; the object may hold spaces. */
const quadPattern = /^(\S+) (\S+) (.*?)(?: (<[^>]*>|_:\S+))? \.$/;

interface SubjectQuads {
  /** Objects by predicate, in the default graph. */
  readonly stated: Map<string, string[]>;
}

/** What each entry must be as RDF, by predicate. Source: FEED-025. */
const expectedOf = ({ item }: SeenEntry): readonly (readonly [predicate: string, object: string])[] => [
  [`<${dcterms}isVersionOf>`, `<${String(item['id'])}>`],
  [`<${os}position>`, `"${String(item['modified'])}"^^<${xsd}integer>`],
  [`<${dcterms}created>`, `"${String(item['published'])}"^^<${xsd}dateTime>`],
  [`<${os}kind>`, `"${String(item['kind'])}"`],
  [`<${os}state>`, `<${activity}${item['state'] === 'deleted' ? 'Delete' : 'Update'}>`],
];

const isComplete = ({ item }: SeenEntry): boolean =>
  ['id', 'version', 'published', 'kind'].every((name) => typeof item[name] === 'string') &&
  isPosition(item['modified']);

/**
 * What the RDF of a page says otherwise than its entries.
 * @param quads N-Quads lines of the page
 */
export const entryQuadFaults = (page: SeenPage, quads: readonly string[]): readonly EntryQuadFault[] => {
  const subjects = new Map<string, SubjectQuads>();
  const members = new Set<string>();
  const graphs = new Set<string>();
  for (const line of quads) {
    const [, subject = '', predicate = '', object = '', graph] = quadPattern.exec(line) ?? [];
    if (graph !== undefined) {
      graphs.add(graph);
      continue;
    }
    if (predicate === member) members.add(object);
    const { stated } = subjects.get(subject) ??
      subjects.set(subject, { stated: new Map() }).get(subject) ?? { stated: new Map<string, string[]>() };
    stated.set(predicate, [...(stated.get(predicate) ?? []), object]);
  }
  // Entries that lack a member are for FEED-010.
  return page.entries.filter(isComplete).flatMap((entry): readonly EntryQuadFault[] => {
    const { at, item } = entry;
    const version = `<${String(item['version'])}>`;
    const faults: string[] = [];
    if (!members.has(version)) faults.push(`${version} is no tree:member of the stream`);
    const stated = subjects.get(version)?.stated;
    for (const [predicate, object] of expectedOf(entry)) {
      const objects = stated?.get(predicate) ?? [];
      if (objects.length !== 1 || objects[0] !== object)
        faults.push(`${predicate} is ${objects.join(', ') || 'nothing'} instead of ${object}`);
    }
    if (item['state'] === 'updated' && item['data'] !== undefined && !graphs.has(version))
      faults.push(`no graph is named ${version}`);
    return faults.map((message) => ({ at, message }));
  });
};
