import { TENANT_ROLE } from '@kendo/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const GATES = `(VALUES ('project'), ('issues.read'), ('reports.read')) AS gate (type)`;

/**
 * `notification_readers`: who may read what is behind a gate of a project. The gate `project` is membership itself;
 * the others are membership and the role's permission of that name. An admin passes every gate of every project.
 *
 * Each branch joins by primary keys alone, whichever of project and person is given. Asked for one person it is
 * four probes; the fan-out joins it for thousands in one statement.
 */
export class CreateNotificationReaders1700000201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE VIEW notification_readers WITH (security_invoker = true) AS
      SELECT m.tenant_id, gate.type AS gate_type, m.project_id AS gate_id, m.user_id
      FROM project_members m
      JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
      JOIN roles r ON r.tenant_id = u.tenant_id AND r.id = u.role_id
      JOIN ${GATES} ON gate.type = 'project' OR gate.type = ANY (r.permissions)
      UNION ALL
      SELECT p.tenant_id, gate.type, p.id, u.id
      FROM projects p
      JOIN users u ON u.tenant_id = p.tenant_id
      JOIN roles r ON r.tenant_id = u.tenant_id AND r.id = u.role_id AND r.admin
      CROSS JOIN ${GATES}`);
    await runner.query(`GRANT SELECT ON notification_readers TO ${TENANT_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW notification_readers');
  }
}
