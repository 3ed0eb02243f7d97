import { jsonPointer } from '../../../json/json-pointer.ts';
import { isObject, type JsonObject, shown } from '../../../json/json-value.ts';

/** Something that OpenAPI 3.1 forbids. */
export interface OpenApiFault {
  readonly pointer: string;
  readonly message: string;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const places = ['query', 'header', 'path', 'cookie'];
const searchPaths = ['/search', '/search/suggest'];

/** What a reference within the document points to; undefined where there is nothing. */
const resolve = (document: JsonObject, value: unknown): unknown => {
  const reference = isObject(value) ? value['$ref'] : undefined;
  if (typeof reference !== 'string') return value;
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document);
};

const operationFaults = (document: JsonObject, operation: JsonObject, pointer: string): readonly OpenApiFault[] => {
  const { responses, parameters } = operation;
  const wrongStatus = isObject(responses)
    ? Object.entries(responses).filter(([status, response]) => {
        const found = resolve(document, response);
        return (
          !/^([1-5]\d\d|[1-5]XX|default)$/.test(status) || !isObject(found) || typeof found['description'] !== 'string'
        );
      })
    : [];
  const wrongParameters = (Array.isArray(parameters) ? (parameters as readonly unknown[]) : []).flatMap(
    (parameter, at) => {
      const found = resolve(document, parameter);
      const isRight =
        isObject(found) &&
        typeof found['name'] === 'string' &&
        places.includes(String(found['in'])) &&
        (isObject(found['schema']) || isObject(found['content'])) &&
        (found['in'] !== 'path' || found['required'] === true);
      return isRight
        ? []
        : [{ pointer: pointer + jsonPointer('parameters', at), message: 'a parameter without name, in or schema' }];
    },
  );
  return [
    ...(isObject(responses) && Object.keys(responses).length > 0
      ? wrongStatus.map(([status]) => ({
          pointer: pointer + jsonPointer('responses', status),
          message: 'no status, or a response without description',
        }))
      : [{ pointer, message: 'an operation without responses' }]),
    ...wrongParameters,
  ];
};

/** What OpenAPI 3.1 asks of every description: its head, and each operation. */
export const openApiFaults = (document: JsonObject): readonly OpenApiFault[] => {
  const { openapi, info, paths } = document;
  const pathObject = isObject(paths) ? paths : {};
  const ids: unknown[] = [];
  const operations = Object.entries(pathObject).flatMap(([path, item]) => {
    const found = resolve(document, item);
    if (!path.startsWith('/') || !isObject(found))
      return [{ pointer: jsonPointer('paths', path), message: 'a path without a slash, or no object' }];
    return methods.flatMap((method) => {
      const operation = found[method];
      if (operation === undefined) return [];
      const pointer = jsonPointer('paths', path, method);
      if (!isObject(operation)) return [{ pointer, message: 'an operation that is no object' }];
      const { operationId } = operation;
      const isTwice = operationId !== undefined && ids.includes(operationId);
      ids.push(operationId);
      return [
        ...(isTwice ? [{ pointer, message: `operationId ${shown(operationId)} is there twice` }] : []),
        ...operationFaults(document, operation, pointer),
      ];
    });
  });
  return [
    ...(typeof openapi === 'string' && /^3\.1\.\d+$/.test(openapi)
      ? []
      : [{ pointer: '/openapi', message: `openapi is ${shown(openapi)}` }]),
    ...(isObject(info) && typeof info['title'] === 'string' && typeof info['version'] === 'string'
      ? []
      : [{ pointer: '/info', message: 'info without title or version' }]),
    ...searchPaths
      .filter((path) => !Object.hasOwn(pathObject, path))
      .map((path) => ({ pointer: '/paths', message: `${path} is not among the paths` })),
    ...operations,
  ];
};
