import { exported } from './exports.js';

const DATA = [
  { id: 1, subject: 'Say "hi", <b>\u0001', sender: { first_name: 'Bob' } },
  { id: 2, subject: null, sender: null },
];

describe('an export', () => {
  it('is CSV with a name for each nested field', () => {
    const header = '"id","subject","sender.first_name","sender"';
    const text = [header, '1,"Say ""hi"", <b>\u0001","Bob",', '2,,,'].join('\n');

    expect(exported(DATA, 'csv')).toMatchObject({ extension: 'csv', text });
    expect(exported(DATA, 'csv_utf8').text).toBe(`\uFEFF${text}`);
    expect(exported([7], 'csv').text).toBe('"id"\n7');
    expect(exported([], 'csv').text).toBe('');
  });

  it('is XML in which nothing is markup that was text', () => {
    const { text } = exported([{ ...DATA[0], 'a key': 1 }], 'xml');

    expect(text).toContain('<subject>Say &quot;hi&quot;, &lt;b&gt;</subject>');
    expect(text).toContain('<sender><first_name>Bob</first_name></sender>');
    expect(text).toContain('<field name="a key">1</field>');
  });

  it('is JSON, and YAML that JSON is', () => {
    expect(JSON.parse(exported(DATA, 'json').text)).toEqual(DATA);
    expect(exported(DATA, 'yaml').text).toBe(`- ${JSON.stringify(DATA[0])}\n- ${JSON.stringify(DATA[1])}\n`);
    expect(exported([], 'yaml').text).toBe('[]\n');
  });
});
