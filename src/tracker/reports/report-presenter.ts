import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../../input/id.js';
import type { Report } from './report.entity.js';

export const reportOutput = z.object({
  id,
  project_id: id,
  title: z.string(),
  body: z.string().nullable(),
  author_id: id.nullable(),
  created_at: z.iso.datetime(),
});

export function presentReport(report: Report): z.infer<typeof reportOutput> {
  return {
    id: report.id,
    project_id: report.projectId,
    title: report.title,
    body: report.body,
    author_id: report.authorId,
    created_at: laravelTime(report.createdAt),
  };
}
