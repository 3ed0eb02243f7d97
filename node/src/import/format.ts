import type { Draft } from '../model/draft.ts';
import type { Issue } from '../model/issue.ts';
import type { SourceSettings } from '../model/source-settings.ts';

/** A file to read, from disk or from a test. */
export interface ImportFile {
  /** Its name, for messages and for nothing else: formats are known by content. */
  readonly name: string;
  /** Bytes in all, where known: for progress. */
  readonly bytes: number | undefined;
  /** When it was last written, in milliseconds since 1970. */
  readonly modifiedAtMs: number;
  /** Its bytes from the start; each call reads anew. */
  open(): AsyncIterable<Uint8Array>;
}

/** The start of a file, decoded: what a format is chosen by. */
export interface FileHead {
  /** The first 64 KiB as text, without byte order mark. */
  readonly text: string;
  /** The first line's cells, where it looks like a table. */
  readonly cells: readonly string[];
  /** What separates them. */
  readonly delimiter: string | undefined;
}

/** What a format needs to know of the delivery. */
export interface FormatContext {
  readonly settings: SourceSettings;
  /** When the data was seen, unless the file itself says so: RFC 3339, UTC, whole seconds. */
  readonly observedAt: string;
  /** Tells the run that the file states its own time, in the same form. */
  stated(observedAt: string): void;
  /**
   * The place that a row is about.
   * @param storeCode as the file has it; undefined where the format has none
   * @returns its key, or the issue that says what to set
   */
  placeOf(storeCode: string | undefined, at: { readonly line: number; readonly field: string }): PlaceAnswer;
}
export type PlaceAnswer = { readonly placeKey: string } | { readonly issue: Issue };

/**
 * A row of the file: what it states, and what is wrong with it. A row with an issue of level `error` is refused whole, but its drafts still name what it is
 * about, as far as that can be read: a delivery of everything then leaves those things as they are. Nothing but their identity is taken (`onlyNamed`).
 */
export interface Row {
  readonly line: number;
  readonly drafts: readonly Draft[];
  readonly issues: readonly Issue[];
}

/** A way in which shops hand over what they have. */
export interface Format {
  /** Kebab-case: what `--format` takes. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Is this such a file? The first format listed that says so reads it. */
  recognises(head: FileHead): boolean;
  /**
   * Reads it, some hundred rows at a time; memory does not grow with the file.
   * @throws {Fault} when the file as a whole can't be read (`file-unreadable`, `limit-exceeded`)
   */
  read(file: ImportFile, context: FormatContext): AsyncGenerator<readonly Row[]>;
}
