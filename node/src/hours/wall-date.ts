/** What dates may still be made; more is refused, so that no opening hours cost more than some milliseconds. */
export interface StepMeter {
  stepsLeft: number;
}

/** Makes dates as the global `Date` does, of numbers only. */
export type WallDateConstructor = new (...parts: readonly (number | Date)[]) => Date;

/**
 * Makes a Date whose local time is UTC, whatever the zone of the process: it stands for time on a wall, where no day has 23 hours.
 * @param meter counts what is made; below zero the constructor throws
 */
export const createWallDate = (meter: StepMeter): WallDateConstructor =>
  class WallDate extends Date {
    constructor(...parts: readonly (number | Date)[]) {
      if (--meter.stepsLeft < 0) throw new RangeError('opening hours take too many steps');
      const [first, month, ...rest] = parts;
      // Nothing may depend on when it is worked out.
      if (first === undefined) super(0);
      else if (month === undefined) super(Number(first));
      else super(Date.UTC(Number(first), Number(month), ...rest.map(Number)));
    }
    override getFullYear(): number {
      return this.getUTCFullYear();
    }
    override getMonth(): number {
      return this.getUTCMonth();
    }
    override getDate(): number {
      return this.getUTCDate();
    }
    override getDay(): number {
      return this.getUTCDay();
    }
    override getHours(): number {
      return this.getUTCHours();
    }
    override getMinutes(): number {
      return this.getUTCMinutes();
    }
    override setDate(date: number): number {
      if (--meter.stepsLeft < 0) throw new RangeError('opening hours take too many steps');
      return this.setUTCDate(date);
    }
    override setHours(...parts: readonly number[]): number {
      const [hours = 0, minutes = 0, seconds = 0, milliseconds = 0] = parts;
      return this.setUTCHours(hours, minutes, seconds, milliseconds);
    }
  };
