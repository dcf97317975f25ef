import type { MailMessage, SentMessageInfo, Transport } from 'nodemailer';
import { MailFailure } from './mail-transport.js';
import { SmtpConversation } from './smtp-conversation.js';
import type { SmtpSettings } from './smtp-settings.js';

type Message = MailMessage['message'];
type Envelope = Parameters<SmtpConversation['send']>[0];

/**
 * A nodemailer transport that keeps its connections for the next mails: as many as mails were on their way at
 * once. In place of nodemailer's pool, which does not tell how far a broken conversation came and tries some
 * mails again by itself.
 */
export class SmtpPool implements Transport {
  readonly name = 'SmtpPool';
  readonly version = '1';
  private readonly idle: SmtpConversation[] = [];
  private closed = false;

  constructor(private readonly settings: SmtpSettings) {}

  send(mail: MailMessage, done: (error: Error | null, info?: SentMessageInfo) => void): void {
    this.deliver(mail.message).then((info) => done(null, info), done);
  }

  close(): void {
    this.closed = true;
    for (const conversation of this.idle.splice(0)) conversation.end();
  }

  private async deliver(message: Message): Promise<SentMessageInfo> {
    const deadline = performance.now() + this.settings.mailTimeout;
    const whole = await message.build();
    const { from, to } = message.getEnvelope();
    const envelope = { from, to, size: whole.length };
    const response = await this.overUsedOrNew(envelope, whole, deadline);
    return { envelope: { from, to }, messageId: message.messageId(), response };
  }

  /** A server may end a connection between two mails: then nothing of this one was taken, and a new one serves. */
  private async overUsedOrNew(envelope: Envelope, whole: Buffer, deadline: number): Promise<string> {
    const used = this.takeIdle();
    if (used) {
      try {
        return await this.over(used, envelope, whole, deadline);
      } catch (error) {
        if (!(error instanceof MailFailure && error.kind === 'way')) throw error;
      }
    }
    return this.over(await this.openNew(deadline), envelope, whole, deadline);
  }

  private async over(
    conversation: SmtpConversation,
    envelope: Envelope,
    whole: Buffer,
    deadline: number,
  ): Promise<string> {
    try {
      const response = await conversation.send(envelope, whole, deadline);
      this.keep(conversation);
      return response;
    } catch (error) {
      if (await conversation.recover(deadline)) this.keep(conversation);
      throw error;
    }
  }

  private takeIdle(): SmtpConversation | undefined {
    let conversation = this.idle.pop();
    while (conversation?.isOver) conversation = this.idle.pop();
    return conversation;
  }

  private async openNew(deadline: number): Promise<SmtpConversation> {
    if (this.closed) throw new MailFailure('way', 'The mail transport is closed');
    const conversation = new SmtpConversation(this.settings);
    try {
      await conversation.open(deadline);
    } catch (error) {
      conversation.end();
      throw error;
    }
    return conversation;
  }

  private keep(conversation: SmtpConversation): void {
    if (this.closed) conversation.end();
    else this.idle.push(conversation);
  }
}
