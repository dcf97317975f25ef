import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** In milliseconds; nodemailer's own run to ten minutes. */
export interface SmtpTimes {
  /** DNS, TCP and TLS together. */
  readonly connect: number;
  /** The server's first line. */
  readonly greeting: number;
  /** Each answer after it: to EHLO, AUTH, MAIL FROM, RCPT TO, DATA and the message. */
  readonly answer: number;
  /** One mail, from taking up a connection to the last answer, even if the server trickles. */
  readonly mail: number;
}

export interface SmtpSettings {
  readonly connection: SMTPConnectionOptions;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly connections: number;
  readonly times: SmtpTimes;
}

const TIMES: SmtpTimes = { connect: 10_000, greeting: 10_000, answer: 30_000, mail: 60_000 };

/**
 * From a URL as nodemailer reads it: `smtp://` (STARTTLS where the server offers it) or `smtps://`, with
 * `?requireTLS=true`, `?tls.rejectUnauthorized=false`, `?maxConnections=10` and the like.
 */
export function smtpSettings(url: string, times: Partial<SmtpTimes> = {}): SmtpSettings {
  const { auth, maxConnections, ...connection } = parseConnectionUrl(url);
  const limits = { ...TIMES, ...times };
  return {
    connection: {
      ...connection,
      dnsTimeout: limits.connect,
      connectionTimeout: limits.connect,
      greetingTimeout: limits.greeting,
      socketTimeout: limits.answer,
    },
    login: auth ?? null,
    connections: Number(maxConnections) || 5,
    times: limits,
  };
}
