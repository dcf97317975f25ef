import { Logger } from '@nestjs/common';
import { pino } from 'pino';
import { NestLogger } from './nest-logger.js';

function linesOf(use: (logger: Logger) => void, level = 'trace'): Record<string, unknown>[] {
  const lines: string[] = [];
  const sink = pino(
    { level, base: undefined, timestamp: false },
    { write: (line: string) => void lines.push(line) },
  );
  Logger.overrideLogger(new NestLogger(sink));
  use(new Logger('Postman'));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('writes a text with its context', () => {
  expect(linesOf((logger) => logger.log('Started'))).toEqual([
    { level: 30, context: 'Postman', msg: 'Started' },
  ]);
});

it('writes fields with the text that goes with them', () => {
  expect(linesOf((logger) => logger.warn({ tenantId: 1 }, 'Refused'))).toEqual([
    { level: 40, context: 'Postman', tenantId: 1, msg: 'Refused' },
  ]);
});

it('writes the stack of an error', () => {
  expect(linesOf((logger) => logger.error('Failed', 'at …'))).toEqual([
    { level: 50, context: 'Postman', stack: 'at …', msg: 'Failed' },
  ]);
});

it('takes what Nest tells about its start as a detail', () => {
  const start = () => new Logger('InstanceLoader').log('AppModule dependencies initialized');
  expect(linesOf(start, 'info')).toEqual([]);
  expect(linesOf(start, 'debug')).toHaveLength(1);
});
