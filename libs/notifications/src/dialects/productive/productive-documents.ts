import { Injectable } from '@nestjs/common';
import { TenantSites } from '../../delivery/tenant-sites.js';
import type { TenantScope } from '../../domain/tenant-scope.js';
import type { InboxActor } from '../../inbox/inbox-item.js';
import type { InboxOwner } from '../../inbox/person-reader.js';
import type { WholeThread } from '../../inbox/whole-thread.js';
import { type Resource, sparse } from './json-api-document.js';
import {
  notificationResource,
  organizationRef,
  ownerRef,
  personRef,
  type Place,
} from './notification-resource.js';
import type { MembershipAttributes, OrganizationAttributes, PersonAttributes } from './productive-output.js';
import type { View } from './productive-query.js';
import { TimeZone } from './time-zone.js';

/** What was read of one person's inbox. */
export interface Found {
  readonly scope: TenantScope;
  readonly owner: InboxOwner;
  readonly threads: readonly WholeThread[];
}

export interface ResourceDocument {
  readonly data: Resource[];
  /** There when something was to be included. */
  readonly included?: Resource[];
}

/** Threads as resources, with those that they relate to. */
@Injectable()
export class ProductiveDocuments {
  constructor(private readonly sites: TenantSites) {}

  /** Outside of any transaction, since the host is asked. */
  async of(found: Found, { include, fields }: View): Promise<ResourceDocument> {
    const { scope, owner, threads } = found;
    const place = { tenantId: scope.tenantId, ownerId: owner.id, zone: new TimeZone(owner.timezone) };
    const data = threads.map((thread) => sparse(notificationResource(thread, place, include), fields));
    if (include.length === 0) return { data };
    if (threads.length === 0) return { data, included: [] };
    const related = {
      organization: async () => [await this.organization(scope, place)],
      actor: async () => actorsOf(threads),
      owner: async () => [membershipOf(owner, place)],
    };
    const included = await Promise.all([...new Set(include)].map((name) => related[name]()));
    return { data, included: included.flat().map((resource) => sparse(resource, fields)) };
  }

  private async organization(scope: TenantScope, place: Place): Promise<Resource> {
    const { name, url } = await this.sites.of(scope);
    return { ...organizationRef(place), attributes: { name, url } satisfies OrganizationAttributes };
  }
}

/** Each of them once, however much they did. */
function actorsOf(threads: readonly WholeThread[]): Resource[] {
  const actors = new Map(
    threads.flatMap(({ newest: { actor } }) => (actor ? [[actor.id, actor] as const] : [])),
  );
  return [...actors.values()].map((actor) => ({
    ...personRef(actor),
    attributes: personAttributesOf(actor),
  }));
}

function membershipOf(owner: InboxOwner, place: Place): Resource {
  const { email, timezone } = owner;
  const attributes = { ...personAttributesOf(owner), email, timezone } satisfies MembershipAttributes;
  return { ...ownerRef(place), attributes };
}

function personAttributesOf({ firstName, lastName, profilePicture }: InboxActor): PersonAttributes {
  return { first_name: firstName, last_name: lastName, avatar_url: profilePicture };
}
