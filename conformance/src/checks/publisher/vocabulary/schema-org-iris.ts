import { nQuadsPage } from '../../../evidence/n-quads-page.ts';
import { rdfPages } from '../../../evidence/rdf-pages.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, type Finding } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

const wrongNamespace = 'https://schema.org/';
const quadPattern = /^\S+ (\S+) (\S+)/;
const termPredicate = /(#type|\/availability|\/itemCondition)>$/;

/** Does the line use a term of schema.org under another IRI? An address that is a value may well be one. */
const isWrong = (line: string): boolean => {
  const [, predicate = '', object = ''] = quadPattern.exec(line) ?? [];
  return (
    predicate.startsWith(`<${wrongNamespace}`) ||
    (object.startsWith(`<${wrongNamespace}`) && termPredicate.test(predicate))
  );
};

/** VOC-005: Terms of schema.org have http IRIs. */
export const schemaOrgIris: Check = defineCheck({
  name: 'schema-org-iris',
  requirement: 'VOC-005',
  title: 'Terms of schema.org have http IRIs',
  fault: 'RDF uses terms of schema.org whose IRIs start with https.',
  consumerLoses: 'To a reader of RDF these are other terms: it finds neither names nor prices.',
  whatToDo: 'Write http://schema.org/ in RDF output, whatever pages embed.',
  needs: { rdfPages, nQuadsPage },
  judge: ({ rdfPages: pages, nQuadsPage: answered }) => {
    const findings: Finding[] = [];
    let quads = 0;
    for (const page of pages) {
      if ('refused' in page.quads) continue;
      quads += page.quads.length;
      const wrong = page.quads.find(isWrong);
      if (wrong !== undefined)
        findings.push(atBytes(page.exchange, 0, page.exchange.answer.body.length, `the page as RDF says ${wrong}`));
    }
    let from = 0;
    for (const line of answered?.answer.body.toString('utf8').split('\n') ?? []) {
      const to = from + Buffer.byteLength(line);
      if (line !== '') quads += 1;
      if (answered !== undefined && isWrong(line))
        findings.push(atBytes(answered, from, to, `the feed as N-Quads says ${line}`));
      from = to + 1;
    }
    return quads === 0
      ? notTested('evidence-missing', 'a JSON-LD processor refuses the pages, and there are no N-Quads')
      : failedIfAny(findings, `${quads} quads`);
  },
});
