import { html } from 'hono/html';
import type { NodeSettings } from '../../config/settings.ts';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';

/** An operation, as far as the page shows it. */
export interface ShownOperation {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly accept: string;
  readonly inPath: readonly { readonly name: string; readonly description: string; readonly example: string }[];
  readonly inQuery: { readonly shape: Readonly<Record<string, unknown>> };
  readonly example: Readonly<Record<string, string>>;
  readonly otherStatuses: Readonly<Record<string, string>>;
}

/** A request that was tried, and its answer. */
export interface ShownTrial {
  readonly trial: {
    readonly operation: ShownOperation;
    readonly address: string;
    readonly values: Readonly<Record<string, string>>;
  };
  readonly outcome: {
    readonly status: number;
    readonly contentType: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string;
    readonly isCut: boolean;
  };
}

const describe = (schema: unknown): string =>
  typeof schema === 'object' && schema !== null && 'description' in schema && typeof schema.description === 'string'
    ? schema.description
    : '';

const field = (operation: string, name: string, description: string, value: string): Html => {
  const id = `${operation}-${name}`;
  return html`<p>
    <label for="${id}"><code>${name}</code></label>
    <input id="${id}" name="${name}" value="${value}" aria-describedby="${id}-means" />
    <span id="${id}-means" class="quiet">${description}</span>
  </p>`;
};

const operationPart = (operation: ShownOperation, tried: ShownTrial | undefined): Html => {
  const { id, path, summary, inPath, inQuery, accept, otherStatuses } = operation;
  const isTried = tried?.trial.operation.id === id;
  const valueOf = (name: string, example: string): string => (isTried ? (tried.trial.values[name] ?? '') : example);
  return html`<section>
    <h3 id="${id}"><code>GET ${path}</code></h3>
    <p>${summary} <span class="quiet">Accept: ${accept}</span></p>
    <details ${isTried ? 'open' : ''}>
      <summary>Try it: ${id}</summary>
      <form action="/api" method="get" class="search">
        <input type="hidden" name="operation" value="${id}" />
        <div class="fields">
          ${inPath.map(({ name, description, example }) => field(id, name, description, valueOf(name, example)))}
          ${Object.entries(inQuery.shape).map(([name, schema]) =>
            field(id, name, describe(schema), valueOf(name, operation.example[name] ?? '')),
          )}
        </div>
        <p><button type="submit">Send ${id}</button></p>
      </form>
      <ul>
        ${Object.entries(otherStatuses).map(([status, means]) => html`<li>${status}: ${means}</li>`)}
      </ul>
    </details>
  </section>`;
};

const outcomePart = ({ trial, outcome }: ShownTrial, origin: string): Html =>
  html`<section aria-label="Answer">
    <h2>Answer</h2>
    <pre tabindex="0">curl -H 'Accept: ${trial.operation.accept}' '${origin}${trial.address}'</pre>
    <p>${outcome.status} ${outcome.contentType}</p>
    <dl class="facts">
      ${outcome.headers.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <pre tabindex="0">${outcome.body}</pre>
    ${outcome.isCut ? html`<p class="quiet">The rest of the answer is left out here.</p>` : ''}
  </section>`;

/** The page for who writes programs: what can be asked, and a form to try each. It speaks English, as its readers' tools do. */
export const apiPage = (
  operations: readonly ShownOperation[],
  tried: ShownTrial | undefined,
  { origin, language }: NodeSettings,
): PageContent => ({
  title: language === 'nl' ? 'Voor programma’s' : 'For programs',
  path: '/api',
  body: html`<div lang="en">
    <h1>For programs</h1>
    <p>
      All that this node knows can be asked without key or account, by scripts of any site. The whole is described in
      <a href="/openapi.json">OpenAPI 3.1</a>; everything at once is in <a href="/feed">the feed</a>. The forms below
      ask as a program would, and show what came back.
    </p>
    ${tried === undefined ? '' : outcomePart(tried, origin)}
    <h2>What can be asked</h2>
    ${operations.map((operation) => operationPart(operation, tried))}
  </div>`,
});
