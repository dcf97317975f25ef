import { Entity, PrimaryColumn } from 'typeorm';
import { Membership } from '../membership.js';

@Entity('project_members')
export class ProjectMember extends Membership {
  @PrimaryColumn('bigint', { name: 'project_id' })
  projectId!: number;
}
