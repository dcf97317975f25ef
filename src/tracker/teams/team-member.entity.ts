import { Entity, PrimaryColumn } from 'typeorm';
import { Membership } from '../membership.js';

@Entity('team_members')
export class TeamMember extends Membership {
  @PrimaryColumn('bigint', { name: 'team_id' })
  teamId!: number;
}
