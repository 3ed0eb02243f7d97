import { activityProfile, activityType } from '../../evidence/federation/actor.ts';

/** Is it one of the two media types of ActivityStreams? @param header as Content-Type has it */
export const isActivityType = (header: string | undefined): boolean => {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
  if (type.toLowerCase() === activityType) return true;
  return (
    type.toLowerCase() === 'application/ld+json' &&
    parameters.some((parameter) => /^profile=/i.test(parameter) && parameter.includes(activityProfile))
  );
};
