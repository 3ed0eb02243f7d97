const expression = /\{([?&+]?)position\}/g;

/** Does a URI template (RFC 6570) have the variable `position`? */
export const hasPosition = (template: string): boolean => new RegExp(expression).test(template);

/** Puts a position into a URI template: simple, reserved, and both forms of a query. */
export const expandPosition = (template: string, position: number): string =>
  template.replaceAll(expression, (_whole, operator: string) => {
    const value = String(Math.max(0, Math.floor(position)));
    return operator === '?' || operator === '&' ? `${operator}position=${value}` : value;
  });
