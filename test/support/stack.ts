import type { Settings } from './kendo-process.ts';
import type { Mail } from './mail/mail.ts';
import type { SmtpSink } from './mail/smtp-sink.ts';
import type { Database } from './postgres/database.ts';

/** What one server of the product stands on. */
export interface Stack {
  readonly settings: Settings & { readonly DATA_DIR: string };
  mails(): Promise<readonly Mail[]>;
  /** Only on real PostgreSQL. */
  readonly database: Database | null;
  readonly sink: SmtpSink | null;
  remove(): Promise<void>;
}
