/** What the host has to provide, by its class, and the sentence with which a start without it is refused. */
export interface HostPort {
  readonly port: abstract new (...args: never[]) => unknown;
  readonly missing: string;
}

/** A port that a module of the host's provides. */
export function hostPort(owner: string, port: HostPort['port']): HostPort {
  return {
    port,
    missing:
      `${owner} needs the port ${port.name}: provide and export it in a module that you name in ` +
      'NotificationsModule.forRoot({ imports }).',
  };
}
