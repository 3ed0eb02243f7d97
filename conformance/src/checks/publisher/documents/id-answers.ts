import { thingDocuments } from '../../../evidence/thing-documents.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus, type Finding } from '../../finding.ts';
import { failedIfAny, unanswered } from '../../verdict.ts';
import { allUnanswered } from './all-unanswered.ts';

/** DOC-001: Ids answer. */
export const idAnswers: Check = defineCheck({
  name: 'id-answers',
  requirement: 'DOC-001',
  title: 'Ids answer',
  fault: 'The id of a live thing does not answer with status 200 and an HTML page of its own origin.',
  consumerLoses: 'Links from search engines and other towns lead to nothing.',
  whatToDo: 'Serve a page at the id of each live thing; as static files, redirect /places/x to /places/x.html.',
  needs: { thingDocuments },
  judge: ({ thingDocuments: { documents } }) => {
    const silent = allUnanswered(documents);
    if (silent !== undefined) return unanswered(silent);
    const findings = documents.flatMap(({ thing: { id }, exchange, page }): readonly Finding[] => {
      const { answer, unreachable } = exchange;
      if (answer === undefined)
        return unreachable.reason === 'other-host' || unreachable.reason === 'too-many-redirects'
          ? [atStatus(exchange, `${id}: ${unreachable.words}`)]
          : [];
      if (answer.status !== 200) return [atStatus(exchange, `${id} answers ${answer.status} instead of 200`)];
      const type = answer.headers.get('content-type') ?? 'no Content-Type';
      return page === undefined && !/^text\/html\b/i.test(type)
        ? [atHeader(exchange, 'content-type', `${id} answers ${type} instead of text/html`)]
        : [];
    });
    return failedIfAny(findings, `${documents.length} ids`);
  },
});
