import { Raw } from 'typeorm';

/** A role's name, however it is written: no other role of the tenant has it in another spelling. */
export const inAnySpelling = (name: string) =>
  Raw<string>((column) => `lower(${column}) = lower(:name)`, { name });
