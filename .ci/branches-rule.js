const BRANCHES = [
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression[operator=/&&|[|]{2}/]',
  'SwitchCase[test]',
  'CatchClause',
  ':matches(ForStatement, ForInStatement, ForOfStatement, WhileStatement, DoWhileStatement)',
].join(', ');

/**
 * A cap on the ways through a function. ESLint's own `complexity` counts every `?.` and `??` as well, so that a plain
 * mapping of optional fields looks to it like a maze.
 */
export default {
  meta: {
    schema: [{ type: 'number' }],
    messages: { many: '{{count}} ways lead through here, {{max}} may.' },
  },
  create(context) {
    const [max] = context.options;
    const counts = [1];
    return {
      ':function': () => counts.push(1),
      [BRANCHES]: () => (counts[counts.length - 1] += 1),
      ':function:exit': (node) => {
        const count = counts.pop();
        if (count > max) context.report({ node, messageId: 'many', data: { count, max } });
      },
    };
  },
};
