export const JSON_API = 'application/vnd.api+json';
/** The parameter is the seed's, though JSON:API 1.1 wants none. */
export const JSON_API_ANSWER = `${JSON_API}; charset=utf-8`;

export interface Identifier {
  readonly type: string;
  readonly id: string;
}

export interface Resource extends Identifier {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly relationships?: Readonly<Record<string, unknown>>;
}

/** Which fields of which types were asked for; of a type that is not named, all. */
export type FieldSets = Readonly<Partial<Record<string, readonly string[]>>>;

/** The resource with the fields that were asked for. */
export function sparse(resource: Resource, fieldSets: FieldSets): Resource {
  const { id, type, attributes, relationships } = resource;
  const wanted = fieldSets[type];
  if (!wanted) return resource;
  const pick = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name)));
  return {
    id,
    type,
    attributes: pick(attributes),
    ...(relationships && { relationships: pick(relationships) }),
  };
}
