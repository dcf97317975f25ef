/** What an operator asked for cannot be, for a reason that they can mend: sentences, one a line. */
export class OperationRefused extends Error {}
