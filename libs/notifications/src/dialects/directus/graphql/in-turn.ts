/** Runs one after the other what is asked for at once: a request has one transaction at a time, whatever it selects. */
export function inTurn(): <Answer>(body: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const next = last.then(body, body);
    last = next;
    return next;
  };
}
