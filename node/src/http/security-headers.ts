import type { MiddlewareHandler } from 'hono';

// Pages hold no script but data, and fetch nothing from anywhere else (PROTOCOL 9: no third-party requests).
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Tells browsers to trust nothing beyond this node. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  context.header('Content-Security-Policy', policy);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
  return next();
};
