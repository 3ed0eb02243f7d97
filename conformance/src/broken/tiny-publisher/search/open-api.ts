import { tinyOrigin } from '../town.ts';

const operation = (operationId: string, summary: string) => ({
  get: {
    operationId,
    summary,
    parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
    responses: { '200': { description: 'What was found.' }, '400': { description: 'What was wrong.' } },
  },
});

/** The search, described for programs. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'Winkels in Waterveen', version: '1.0.0' },
  servers: [{ url: tinyOrigin }],
  paths: {
    '/search': operation('search', 'Where something can be had.'),
    '/search/suggest': operation('suggest', 'How it could go on.'),
  },
};
