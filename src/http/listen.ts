import { networkInterfaces } from 'node:os';
import { StartRefused } from '../lifecycle/start-refused.error.js';

type Listen = (port: number, address: string) => Promise<unknown>;

/** On every address of this machine, at the port that `variable` names. */
export async function listenAt(
  variable: 'PORT' | 'METRICS_PORT',
  port: number,
  listen: Listen,
): Promise<void> {
  try {
    await listen(port, anyAddress());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartRefused(`The port ${port} is in use. Set ${variable} to another one.`);
  }
}

/** `::` takes both families, and is refused where there is no IPv6. */
function anyAddress(): string {
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.some((address) => address?.family === 'IPv6') ? '::' : '0.0.0.0';
}
