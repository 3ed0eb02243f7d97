import { STATUS_CODES } from 'node:http';
import { cacheControl } from './cache-control.ts';
import { contentType, mediaTypes } from './media-types.ts';
import { type Problem, problemJson } from './problem-response.ts';
import { problems } from './problems.ts';

const problemOf = (code: unknown): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return {
      code: 'headers-too-large',
      detail:
        'The address and the header fields of this request are too large together: ask for less, or send fewer and shorter fields.',
    };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { code: 'request-timeout', detail: 'The request did not arrive in time: send it again.' };
  return {
    code: 'bad-request',
    detail: 'This is no HTTP request that can be read: in its address, anything but ASCII is percent-encoded.',
  };
};

const headersOf = (body: string): Readonly<Record<string, string>> => ({
  'Content-Type': contentType(mediaTypes.problem),
  'Content-Length': String(Buffer.byteLength(body)),
  'Cache-Control': cacheControl.never,
  'Access-Control-Allow-Origin': '*',
});

/**
 * Answers bytes that never became a request, as they go onto the connection.
 * @param code of the error that Node gives for them
 */
export const connectionProblem = (code: unknown): string => {
  const problem = problemOf(code);
  const { status } = problems[problem.code];
  const body = problemJson(problem);
  const fields = Object.entries({ ...headersOf(body), Connection: 'close' });
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...fields.map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
};

/** Answers a request whose address or Host field makes no address, and whatever got past all handlers. */
export const unaddressedProblem = (isRequestWrong: boolean): Response => {
  const body = problemJson(
    isRequestWrong
      ? {
          code: 'bad-request',
          detail:
            'The Host field and the address of this request make no address together: send the host and port of this node as Host.',
        }
      : { code: 'internal', detail: 'The node could not answer. The operator can see why in its log.' },
  );
  return new Response(body, { status: isRequestWrong ? 400 : 500, headers: headersOf(body) });
};
