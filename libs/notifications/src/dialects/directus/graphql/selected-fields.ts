import {
  type FieldNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
} from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/** What is selected of the objects that these fields answer, whichever fragments it stands in. */
export function selectedFields(nodes: readonly FieldNode[], info: Info): FieldNode[] {
  const seen = new Set<string>();
  const fieldsOf = (selection: SelectionNode): FieldNode[] => {
    if (isLeftOut(selection, info)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.flatMap(fieldsOf);
    const name = selection.name.value;
    if (seen.has(name)) return [];
    seen.add(name);
    return info.fragments[name]?.selectionSet.selections.flatMap(fieldsOf) ?? [];
  };
  return nodes.flatMap(({ selectionSet }) => selectionSet?.selections.flatMap(fieldsOf) ?? []);
}

/** The name that a field has in the answer. */
export function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function isLeftOut(node: SelectionNode, { variableValues }: Info): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.['if'] === true || include?.['if'] === false;
}
