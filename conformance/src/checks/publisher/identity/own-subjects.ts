import { rdfPages, type RdfPage } from '../../../evidence/rdf-pages.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, type Finding } from '../../finding.ts';
import { failedIfAny, inapplicable, notTested } from '../../verdict.ts';

const quadPattern = /^<([^>]*)> \S+ .*? <([^>]*)> \.$/;

/** IRI subjects in the graph of each entry, by the name of the graph. */
const subjectsOf = (quads: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const subjects = new Map<string, Set<string>>();
  for (const line of quads) {
    const [, subject, graph] = quadPattern.exec(line) ?? [];
    if (subject === undefined || graph === undefined) continue;
    const known = subjects.get(graph) ?? new Set();
    subjects.set(graph, known.add(subject));
  }
  return subjects;
};

const findingsOf = ({ exchange, page, quads }: RdfPage & { readonly quads: readonly string[] }): readonly Finding[] => {
  const subjects = subjectsOf(quads);
  return page.entries.flatMap(({ at, item: { id, version } }) => {
    const own = typeof version === 'string' ? subjects.get(version) : undefined;
    return [...(own ?? [])]
      .filter((subject) => subject !== id && !subject.startsWith(`${String(id)}#`))
      .map((subject) =>
        atPointer(exchange, jsonPointer('items', at, 'data'), `the data of ${String(id)} speaks of ${subject}`),
      );
  });
};

/** ID-004: Data speaks of its own thing only. */
export const ownSubjects: Check = defineCheck({
  name: 'own-subjects',
  requirement: 'ID-004',
  title: 'Data speaks of its own thing only',
  fault: 'As RDF, the data of an entry states something of another thing than its own.',
  consumerLoses: 'Readers of RDF take statements about a thing from whoever makes them.',
  whatToDo: 'Refer to other things by their id alone, as a text; give nested objects no id.',
  needs: { rdfPages },
  judge: ({ rdfPages: pages }) => {
    const readable = pages.flatMap((page) => ('refused' in page.quads ? [] : [{ ...page, quads: page.quads }]));
    if (readable.length === 0) return notTested('evidence-missing', 'a JSON-LD processor refuses the pages');
    const live = readable.flatMap(({ page }) => page.entries).filter(({ item }) => item['data'] !== undefined).length;
    return live === 0
      ? inapplicable('the pages that were read as RDF hold no live thing')
      : failedIfAny(readable.flatMap(findingsOf), `${live} live things on ${readable.length} pages`);
  },
});
