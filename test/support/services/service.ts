/** A server that the tests stand on. */
export interface Server {
  readonly url: string;
  /** Where it came from, for the reader of the log. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** What has to be known about a service to get one of it, by whichever way is open on this machine. */
export interface Service {
  readonly title: string;
  /** The environment variable that names a server to use as it is. */
  readonly variable: string;
  /** What to install where no way is open. */
  readonly advice: string;
  readonly debianPackage: string;
  readonly container: Container;
  /** Throws until the server at this address can be used. */
  readonly answers: (url: string) => Promise<void>;
  /** Starts a server from binaries on this machine; throws where there are none. */
  readonly startLocally: () => Promise<Server>;
}

export interface Container {
  readonly image: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly url: (port: number) => string;
}

/** One way to come by a service: throws, with the reason, where it is not open. */
export interface Way {
  readonly name: string;
  open(service: Service): Promise<Server>;
}
