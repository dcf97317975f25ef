import { laravelTime } from '@kendo/notifications/native';
import type { Report } from './report.entity.js';

export function presentReport(report: Report) {
  return {
    id: report.id,
    project_id: report.projectId,
    title: report.title,
    body: report.body,
    author_id: report.authorId,
    created_at: laravelTime(report.createdAt),
  };
}
