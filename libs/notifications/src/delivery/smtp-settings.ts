import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** In milliseconds, named as in the URL; nodemailer's own run to ten minutes. */
const TIMES = {
  /** DNS, TCP and TLS together. */
  connectionTimeout: 10_000,
  /** The server's first line. */
  greetingTimeout: 10_000,
  /** Each answer after it: to EHLO, AUTH, MAIL FROM, RCPT TO, DATA and the message. */
  socketTimeout: 30_000,
  /** One mail, from taking up a connection to the last answer, even if the server trickles. */
  mailTimeout: 60_000,
};

export interface SmtpSettings {
  readonly connection: SMTPConnectionOptions;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly connections: number;
  readonly mailTimeout: number;
}

/**
 * From a URL as nodemailer reads it: `smtp://` (STARTTLS where the server offers it) or `smtps://`. Behind the `?`
 * may stand `requireTLS=true`, `tls.rejectUnauthorized=false`, `maxConnections=10` and the like, and each of the
 * times above, as in `socketTimeout=5000`.
 */
export function smtpSettings(url: string): SmtpSettings {
  const { auth, maxConnections, ...options } = parseConnectionUrl(url);
  const { mailTimeout, ...connection } = { ...options, ...timesAmong(options) };
  return {
    connection: { ...connection, dnsTimeout: connection.connectionTimeout },
    login: auth ?? null,
    connections: Number(maxConnections) || 5,
    mailTimeout,
  };
}

function timesAmong(options: object): typeof TIMES {
  const given = Object.entries(options).filter(([name]) => name in TIMES);
  for (const [name, value] of given) {
    if (!(value > 0)) throw new Error(`The mail server's URL: ${name} must be a number of milliseconds.`);
  }
  return { ...TIMES, ...Object.fromEntries(given) };
}
