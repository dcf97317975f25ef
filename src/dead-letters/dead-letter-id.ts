/** Mails and events count from 1 each, so the id of a dead letter says which of them it is: `mail-812`, `event-77`. */
export interface DeadLetterId {
  readonly kind: 'mail' | 'event';
  readonly id: number;
}

const WRITTEN = /^(mail|event)-([1-9]\d*)$/;

export function readDeadLetterId(text: string): DeadLetterId | undefined {
  const [, kind, digits] = WRITTEN.exec(text) ?? [];
  const id = Number(digits);
  return kind !== undefined && Number.isSafeInteger(id)
    ? { kind: kind as DeadLetterId['kind'], id }
    : undefined;
}

export function writeDeadLetterId({ kind, id }: DeadLetterId): string {
  return `${kind}-${id}`;
}
