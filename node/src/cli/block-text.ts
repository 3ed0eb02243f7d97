import type { Block, BlockEffect } from '../control/commands.ts';
import { showable, showCount } from './terminal.ts';

/** What blocking has ended, in sentences. */
export const blockEffectText = ({ followers, unfollowed }: Pick<BlockEffect, 'followers' | 'unfollowed'>): string =>
  [
    followers === 0
      ? 'Nobody there followed.'
      : `${followers === 1 ? '1 follower from there is' : `${showCount(followers)} followers from there are`} gone.`,
    ...(unfollowed.length === 0 ? [] : [`No longer followed: ${unfollowed.join(', ')}.`]),
  ].join(' ');

const effects = {
  suspend: 'blocked',
  silence: 'kept for the list, not blocked',
  noop: 'kept for the list, not blocked',
} as const;

/** A domain on the list, in a line. */
export const blockText = ({ domain, severity, reason, since }: Block): string =>
  `${domain}: ${effects[severity]} (${severity}); since ${since}${reason === '' ? '' : `; ${showable(reason)}`}`;
