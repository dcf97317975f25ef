import type { DataSourceOptions } from 'typeorm';

/** A PostgreSQL to connect to, whichever it is. */
export interface Database {
  readonly options: DataSourceOptions;
  /** Where its one process lets operators in; absent where everybody can connect. */
  readonly operatorSocket?: string;
  /** To be called when nothing is connected any more. */
  close(): Promise<void>;
}
