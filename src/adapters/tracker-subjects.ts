import { type KnownSubject, type SubjectRef, Subjects, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { formatIssueKey } from '../tracker/issues/issue-key.js';

interface SubjectRow {
  ref_id: number;
  id: number;
  title: string;
  number: number | null;
  prefix: string | null;
  project_id: number | null;
  project_name: string | null;
}

const IN_PROJECT = 'p.prefix, p.id AS project_id, p.name AS project_name';
const ISSUE = `i.id, i.title, i.number, ${IN_PROJECT}`;
const WITHOUT_PROJECT = 'NULL AS number, NULL AS prefix, NULL::bigint AS project_id, NULL AS project_name';

/** How each type of subject is found by its ids, and the gate that its readers pass. A comment is its issue. */
const TYPES: Readonly<Record<string, { type: string; gate: string | null; select: string }>> = {
  issue: {
    type: 'issue',
    gate: 'issues.read',
    select: `SELECT i.id AS ref_id, ${ISSUE} FROM issues i
      JOIN projects p ON p.tenant_id = $1 AND p.id = i.project_id WHERE i.tenant_id = $1 AND i.id = ANY($2)`,
  },
  comment: {
    type: 'issue',
    gate: 'issues.read',
    select: `SELECT c.id AS ref_id, ${ISSUE} FROM comments c
      JOIN issues i ON i.tenant_id = $1 AND i.id = c.issue_id
      JOIN projects p ON p.tenant_id = $1 AND p.id = i.project_id WHERE c.tenant_id = $1 AND c.id = ANY($2)`,
  },
  report: {
    type: 'report',
    gate: 'reports.read',
    select: `SELECT r.id AS ref_id, r.id, r.title, NULL AS number, ${IN_PROJECT} FROM reports r
      JOIN projects p ON p.tenant_id = $1 AND p.id = r.project_id WHERE r.tenant_id = $1 AND r.id = ANY($2)`,
  },
  project: {
    type: 'project',
    gate: 'project',
    select: `SELECT id AS ref_id, id, name AS title, NULL AS number, prefix, id AS project_id, name AS project_name
      FROM projects WHERE tenant_id = $1 AND id = ANY($2)`,
  },
  team: {
    type: 'team',
    gate: null,
    select: `SELECT id AS ref_id, id, name AS title, ${WITHOUT_PROJECT} FROM teams
      WHERE tenant_id = $1 AND id = ANY($2)`,
  },
};

/** What the tracker knows of the subjects that events from outside name: one statement per type. */
@Injectable()
export class TrackerSubjects extends Subjects {
  async find(work: Work, refs: readonly SubjectRef[]): Promise<readonly KnownSubject[]> {
    const found: KnownSubject[] = [];
    for (const [refType, { type, gate, select }] of Object.entries(TYPES)) {
      const ids = refs.filter((ref) => ref.type === refType).map(({ id }) => Number(id));
      const known = ids.filter((id) => Number.isSafeInteger(id));
      if (known.length === 0) continue;
      const rows = await work.rows<SubjectRow>(select, [work.scope.tenantId, known]);
      found.push(
        ...rows.map((row) => ({ ref: { type: refType, id: row.ref_id }, ...describe(row, type, gate) })),
      );
    }
    return found;
  }
}

function describe(row: SubjectRow, type: string, gate: string | null): Omit<KnownSubject, 'ref'> {
  const { id, title, number, prefix, project_id: projectId, project_name: project } = row;
  const key = number !== null && prefix !== null ? { key: formatIssueKey({ prefix, number }) } : {};
  const isInProject = projectId !== null && project !== null && type !== 'project';
  return {
    subject: { type, id, title, ...key },
    parent: isInProject ? { type: 'project', id: projectId, title: project } : null,
    projectId,
    gate: gate !== null && projectId !== null ? { type: gate, id: projectId } : null,
  };
}
