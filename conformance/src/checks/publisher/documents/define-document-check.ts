import { type ThingDocument, thingDocuments } from '../../../evidence/thing-documents.ts';
import type { HtmlPage } from '../../../html/html-page.ts';
import { type Check, type CheckWords, defineCheck } from '../../check.ts';
import { atBytes, type Finding } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable, notTested } from '../../verdict.ts';

/** A thing's document whose page could be read. */
export interface ReadDocument extends ThingDocument {
  readonly page: HtmlPage;
}

/** A finding of a whole page. */
export const atPage = ({ exchange }: HtmlPage, message: string): Finding =>
  atBytes(exchange, 0, exchange.answer.body.length, message);

/** A finding of a part of a page, in characters of its source. */
export const atPart = (page: HtmlPage, from: number, to: number, message: string): Finding =>
  from < 0 ? atPage(page, message) : atBytes(page.exchange, page.byteAt(from), page.byteAt(to), message);

/**
 * A check of each page of a thing for itself.
 * @param definition `inspect` gives the findings, or `undefined` where the requirement does not concern the page; `pages` names those that it concerns
 */
export const defineDocumentCheck = (
  definition: CheckWords & {
    readonly pages: string;
    readonly inspect: (document: ReadDocument) => readonly Finding[] | undefined;
  },
): Check => {
  const { pages, inspect, ...words } = definition;
  return defineCheck({
    ...words,
    needs: { thingDocuments },
    judge: ({ thingDocuments: { documents } }) => {
      const read = documents.flatMap((document) =>
        document.page === undefined ? [] : [{ ...document, page: document.page }],
      );
      if (read.length === 0) return notTested('evidence-missing', 'no id answers with a page that can be read');
      const findings = new FindingsCollector();
      let inspected = 0;
      for (const document of read) {
        const found = inspect(document);
        if (found === undefined) continue;
        inspected += 1;
        for (const finding of found) findings.add(finding);
      }
      return findings.verdict(inspected > 0 ? `${inspected} ${pages}` : inapplicable(`no ${pages} were met`));
    },
  });
};
