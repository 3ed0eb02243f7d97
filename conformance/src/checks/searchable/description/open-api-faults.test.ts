import { describe, expect, it } from 'vitest';
import { openApiFaults } from './open-api-faults.ts';

const operation = { responses: { '200': { description: 'Found.' } } };
const document = {
  openapi: '3.1.1',
  info: { title: 'A', version: '1' },
  paths: { '/search': { get: operation }, '/search/suggest': { get: operation } },
};
const withGet = (get: object) => ({ ...document, paths: { ...document.paths, '/search': { get } } });
const pointers = (json: object): readonly string[] => openApiFaults({ ...json }).map(({ pointer }) => pointer);

describe('a description in OpenAPI', () => {
  it('may refer to parts of itself', () => {
    const components = { responses: { found: { description: 'Found.' } } };
    const get = { responses: { '200': { $ref: '#/components/responses/found' } } };
    expect(pointers(document)).toEqual([]);
    expect(pointers({ ...withGet(get), components })).toEqual([]);
    expect(pointers(withGet(get))).toEqual(['/paths/~1search/get/responses/200']);
  });

  it.each([
    ['another version', { ...document, openapi: '3.0.3' }, '/openapi'],
    ['no title', { ...document, info: { version: '1' } }, '/info'],
    ['no suggestions', { ...document, paths: { '/search': { get: operation } } }, '/paths'],
    ['no responses', withGet({}), '/paths/~1search/get'],
    [
      'a status that is none',
      withGet({ responses: { fine: { description: '' } } }),
      '/paths/~1search/get/responses/fine',
    ],
    [
      'a parameter without schema',
      withGet({ ...operation, parameters: [{ name: 'q', in: 'query' }] }),
      '/paths/~1search/get/parameters/0',
    ],
  ])('must not have %s', (_what, json, pointer) => {
    expect(pointers(json)).toEqual([pointer]);
  });
});
