import type { Subject } from '../../domain/subject.js';

/** What is to become of one inbox row; what is left out stays as it is. */
export interface RowChange {
  readonly id: number;
  readonly archived?: boolean;
  readonly time?: Date;
  readonly content?: RowContent;
  /** Whose row it is from now on. */
  readonly recipientId?: number;
}

/** The words of a row, and what they are about. */
export interface RowContent {
  readonly line?: string;
  readonly body?: string | null;
  readonly sender?: { readonly id: number; readonly name: string } | null;
  readonly about?: About;
}

/** A subject as it is to be shown; what names none whole is kept as it was given. */
export interface About {
  readonly subject: Subject | null;
  readonly parent: Subject | null;
  readonly projectId: number | null;
  readonly given: { readonly collection: string | null; readonly item: string | null };
}

/** A row that nobody else changes until the transaction ends. */
export interface LockedRow {
  readonly id: number;
  readonly recipientId: number;
  readonly collection: string | null;
  readonly item: string | null;
}
