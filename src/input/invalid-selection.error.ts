import { InvalidInputError } from '@kendo/notifications';

/** The field names something that is not there to be chosen. */
export class InvalidSelectionError extends InvalidInputError {
  constructor(field: string) {
    super({ [field]: [`The selected ${field.replaceAll('_', ' ')} is invalid.`] });
  }
}
