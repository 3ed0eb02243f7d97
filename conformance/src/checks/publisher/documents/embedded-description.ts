import type { Check } from '../../check.ts';
import { atPage, atPart, defineDocumentCheck } from './define-document-check.ts';
import { embeddedNodes } from './embedded-node.ts';

/** DOC-002: Pages embed schema.org. */
export const embeddedDescription: Check = defineDocumentCheck({
  name: 'embedded-description',
  requirement: 'DOC-002',
  title: 'Pages embed schema.org',
  fault: "A page holds no schema.org description of its thing whose @id is the thing's id.",
  consumerLoses: 'Search engines do not know what the page is about.',
  whatToDo:
    'Put a <script type="application/ld+json"> into the page, with "@context": "https://schema.org" and "@id" the id.',
  pages: 'pages of things',
  inspect(document) {
    const { page, embedded, thing } = document;
    if (embeddedNodes(document).length > 0) return [];
    const broken = embedded.find(({ nodes }) => 'unreadable' in nodes);
    if (broken !== undefined && 'unreadable' in broken.nodes)
      return [
        atPart(
          page,
          broken.script.start,
          broken.script.startEnd,
          `the embedded data of ${thing.id} can't be read: ${broken.nodes.unreadable}`,
        ),
      ];
    return [
      atPage(
        page,
        embedded.length === 0
          ? `the page of ${thing.id} embeds no JSON-LD`
          : `no embedded description on the page of ${thing.id} has it as @id and a type of schema.org`,
      ),
    ];
  },
});
