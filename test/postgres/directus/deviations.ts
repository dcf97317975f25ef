/**
 * Where we answer otherwise than the recorded server, by the number of the recorded request, and why. What the
 * contract says is meant to be so; the others are listed for what they are.
 */
export const DEVIATIONS: Readonly<
  Record<number, { readonly because: string; readonly isContract: boolean }>
> = {
  48: { because: '`status` is `inbox` or `archived`, and nothing else', isContract: true },
  72: { because: 'a body that is not JSON is a 415, and not taken for an empty one', isContract: false },
  91: { because: 'of a user there are six fields', isContract: true },
  189: {
    because: 'its 500: an id beyond 31 bits is none of its rows, and so nothing is found',
    isContract: true,
  },
  207: { because: 'nobody filters on fields of people that they cannot read', isContract: true },
  328: { because: 'of a user there are six fields', isContract: true },
  398: { because: '`status` is `inbox` or `archived`, and nothing else', isContract: true },
  410: { because: 'a list is no body of one notification', isContract: false },
};
