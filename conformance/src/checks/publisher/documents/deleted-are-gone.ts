import { deletedDocuments } from '../../../evidence/deleted-documents.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { failedIfAny, inapplicable, unanswered } from '../../verdict.ts';
import { allUnanswered } from './all-unanswered.ts';

/** DOC-007: Deleted things do not answer 200. */
export const deletedAreGone: Check = defineCheck({
  name: 'deleted-are-gone',
  requirement: 'DOC-007',
  title: 'Deleted things do not answer 200',
  fault: 'The id of a deleted thing answers neither 404 nor 410.',
  consumerLoses: 'Search engines keep shops and products that are gone.',
  whatToDo: 'Answer 410 where a tombstone stands, or remove the file; do not redirect to the front page.',
  needs: { deletedDocuments },
  judge: ({ deletedDocuments: documents }) => {
    if (documents.length === 0) return inapplicable('no tombstones were met');
    const silent = allUnanswered(documents);
    if (silent !== undefined) return unanswered(silent);
    return failedIfAny(
      documents
        .filter(({ exchange: { answer } }) => answer !== undefined && answer.status !== 404 && answer.status !== 410)
        .map(({ id, exchange }) => atStatus(exchange, `${id} is deleted, and answers ${exchange.answer?.status}`)),
      `${documents.length} deleted things`,
    );
  },
});
