import type { DataSourceOptions } from 'typeorm';

/** A PostgreSQL to connect to, whichever it is. */
export interface Database {
  readonly options: DataSourceOptions;
  /** To be called when nothing is connected any more. */
  close(): Promise<void>;
}
