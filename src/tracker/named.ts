/** A person or a thing as an event names it. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

/** Of what has more to it, such as a lane. */
export function named({ id, name }: Named): Named {
  return { id, name };
}
