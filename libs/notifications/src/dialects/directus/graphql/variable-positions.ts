import {
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  VariablesInAllowedPositionRule,
} from 'graphql';

/** GraphQL's own rules, of which the one that variables have the type of their place passes over some uses. */
export function rulesExceptFor(uses: ReadonlySet<object>): readonly ValidationRule[] {
  const positions: ValidationRule = (context) => {
    const usagesIn: ValidationContext['getRecursiveVariableUsages'] = (operation) =>
      context.getRecursiveVariableUsages(operation).filter(({ node }) => !uses.has(node));
    return VariablesInAllowedPositionRule(
      Object.create(context, { getRecursiveVariableUsages: { value: usagesIn } }) as ValidationContext,
    );
  };
  return specifiedRules.map((rule) => (rule === VariablesInAllowedPositionRule ? positions : rule));
}
