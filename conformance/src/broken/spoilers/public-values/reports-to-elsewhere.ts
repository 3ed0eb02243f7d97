import type { Spoiler } from '../../spoiler.ts';

/** A header makes browsers report to another origin. */
export const reportsToElsewhere: Spoiler = {
  name: 'reports-to-elsewhere',
  fails: ['own-requests'],
  response(response, { url }) {
    if (url.pathname === '/')
      response.headers.set('reporting-endpoints', 'default="https://elsewhere.example/reports"');
    return response;
  },
};
