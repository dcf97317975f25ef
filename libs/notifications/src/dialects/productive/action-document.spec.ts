import { checkActionDocument } from './action-document.js';
import type { InvalidDocumentError } from './json-api-error.js';

function refusalOf(document: unknown): unknown {
  try {
    return checkActionDocument(document, '7');
  } catch (error) {
    return (error as InvalidDocumentError).errors;
  }
}

const resource = { type: 'notifications', id: '7' };

test.each([
  [undefined],
  [null],
  [{}],
  [{ data: null }],
  [{ data: {} }],
  [{ data: resource }],
  [{ data: { ...resource, attributes: { read: false } }, meta: {} }],
])('%j names the resource or nothing', (document) =>
  expect(() => checkActionDocument(document, '7')).not.toThrow(),
);

test.each([
  ['text', ''],
  [[], ''],
  [7, ''],
  [{ data: [] }, '/data'],
  [{ data: 'x' }, '/data'],
  [{ data: { ...resource, id: '8' } }, '/data/id'],
  [{ data: { ...resource, id: 7 } }, '/data/id'],
  [{ data: { id: '7' } }, '/data/type'],
  [{ data: { ...resource, type: 'tasks' } }, '/data/type'],
])('%j is refused at "%s"', (document, pointer) =>
  expect(refusalOf(document)).toEqual({ [pointer]: [expect.stringMatching(/^The .+\.$/)] }),
);
