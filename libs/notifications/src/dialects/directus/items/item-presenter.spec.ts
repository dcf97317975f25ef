import { NOTIFICATIONS } from './item-fields.js';
import { parseSummary } from '../query/summary.js';
import { presentSummary } from './item-presenter.js';

const shown = (aggregate: object, values: readonly unknown[]) => {
  const summary = parseSummary({ aggregate }, NOTIFICATIONS);
  return summary && presentSummary(summary, values);
};

test.each([
  [{ count: '*' }, ['14'], { count: '14' }],
  [{ count: ['id', 'item'], max: 'id' }, ['14', '9', 3], { count: { id: '14', item: '9' }, max: { id: 3 } }],
  [{ count: ['*', 'id'] }, ['14', '13'], { count: { id: '13' } }],
  [{ count: ['id', '*'] }, ['13', '14'], { count: { id: '13' } }],
])('%j is shown by operation and field', (aggregate, values, item) => {
  expect(shown(aggregate, values)).toEqual(item);
});
