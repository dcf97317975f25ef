import { type MailFailure, MailTransport, type OutgoingMail } from '../delivery/mail-transport.js';

/** Keeps every mail instead of sending it, and fails when it is told to. */
export class FakeMailTransport extends MailTransport {
  readonly concurrency = 3;
  readonly longestSend = 1_000;
  /** Those that were taken, in that order. */
  readonly mails: OutgoingMail[] = [];
  private readonly failures = new Map<string, Error>();
  private answer: (mail: OutgoingMail) => Promise<string> = async () => '250 taken';

  /** From now on mails to this address, or all of them, fail like this; with `null` they no longer do. */
  failWith(failure: MailFailure | Error | null, address = EVERY): void {
    if (failure) this.failures.set(address, failure);
    else this.failures.delete(address);
  }

  /** What the other side says to each mail, and when. */
  answerWith(answer: (mail: OutgoingMail) => Promise<string>): void {
    this.answer = answer;
  }

  mailsTo(address: string): OutgoingMail[] {
    return this.mails.filter(({ to }) => to.address === address);
  }

  async send(mail: OutgoingMail): Promise<string> {
    const failure = this.failures.get(mail.to.address) ?? this.failures.get(EVERY);
    if (failure) throw failure;
    const answer = await this.answer(mail);
    this.mails.push(mail);
    return answer;
  }

  async close(): Promise<void> {
    // There is no connection.
  }
}

const EVERY = '*';
