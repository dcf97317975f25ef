import type { NodemailerError } from 'nodemailer';
import type { FailureKind } from './mail-transport.js';

/**
 * How far a conversation came: connecting, greeting, EHLO and AUTH are `opening`; `sender` until MAIL FROM is
 * answered; `message` from there on. nodemailer's errors do not tell: each cut and time-out is `CONN` to it.
 */
export type SmtpStage = 'opening' | 'sender' | 'message';

type SmtpError = Pick<NodemailerError, 'code' | 'command' | 'responseCode' | 'response'>;

/** Judges a failed conversation: the way, this delivery's attempt, or this delivery for good. */
export function failureKind(stage: SmtpStage, error: SmtpError): FailureKind {
  if (stage === 'opening') return 'way';
  if (error.code === 'EENVELOPE' && error.command === 'API') return 'refused'; // no address to send it to
  if (error.command === 'MAIL FROM') return speaksOfThisMessage(error) ? 'refused' : 'way';
  if (stage === 'sender') return 'way';
  const answersMessage = error.command === 'RCPT TO' || error.command === 'DATA';
  return answersMessage && isPermanent(error) ? 'refused' : 'passing';
}

function isPermanent({ responseCode = 0 }: SmtpError): boolean {
  return responseCode >= 500 && responseCode < 600;
}

/** Its size: the limit announced by the server (`EMESSAGE`, never sent), 552, or words to that effect. */
function speaksOfThisMessage(error: SmtpError): boolean {
  if (error.code === 'EMESSAGE' || error.responseCode === 552) return true;
  return isPermanent(error) && /\b5\.(2\.3|3\.4)\b|\bsize\b/i.test(String(error.response));
}
