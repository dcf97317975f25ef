import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/settings.js';
import { openDatabase } from '../database/open-database.js';
import { DataDirInUse, holderOf } from '../embedded/data-dir-lock.js';
import { Operations } from '../operations/operations.js';
import { RemoteOperations } from '../operations/remote-operations.js';

export interface OpenOperations {
  readonly operations: Operations;
  close(): Promise<void>;
}

/** For a server that starts, or for another command to end. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** A server database takes this process too; the embedded one has a process already, or takes this one alone. */
export async function openOperations(settings: Settings): Promise<OpenOperations> {
  const giveUp = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return (await throughTheDoor(settings)) ?? (await openHere(settings));
    } catch (error) {
      if (!(error instanceof DataDirInUse) || performance.now() > giveUp) throw error;
      await pause(LOOK_EVERY_MS);
    }
  }
}

/** By the process that has the embedded database, if one has it and lets operators in. */
async function throughTheDoor({ databaseUrl, dataDir }: Settings): Promise<OpenOperations | undefined> {
  if (databaseUrl !== undefined) return undefined;
  const path = (await holderOf(dataDir))?.operatorSocket;
  if (path === undefined || !(await isListening(path))) return undefined;
  return { operations: new RemoteOperations(path), close: async () => undefined };
}

/** The whole host in this process, with the database that it is set to; it fans out and mails nothing. */
async function openHere(settings: Settings): Promise<OpenOperations> {
  const database = await openDatabase(settings);
  try {
    const host = AppModule.with({ ...settings, delivers: false }, database);
    const app = await NestFactory.createApplicationContext(host, { logger: false, abortOnError: false });
    return {
      operations: app.get(Operations),
      async close() {
        await app.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function isListening(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
