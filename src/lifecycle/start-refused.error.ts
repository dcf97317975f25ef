/** A start that cannot be, for a reason that whoever started it can mend; the message alone is shown. */
export class StartRefused extends Error {}
