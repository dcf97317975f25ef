import { Module } from '@nestjs/common';
import { ErrorShapes } from '../../http/error-shapes.js';
import { TokenPlaces } from '../../http/token-places.js';
import { directusErrorAnswer } from './errors/directus-error-shape.js';
import { DirectusGraphqlController } from './graphql/directus-graphql.controller.js';
import { DirectusRoot } from './graphql/directus-root.js';
import { DirectusItems } from './items/directus-items.js';
import { ItemChanger } from './items/item-changer.js';
import { ItemCreator } from './items/item-creator.js';
import { ItemFacts } from './items/item-facts.js';
import { ItemReader } from './items/item-reader.js';
import { DirectusNotificationsController } from './rest/directus-notifications.controller.js';
import { DirectusUsersController } from './users/directus-users.controller.js';

const PATHS = /^\/(notifications|users\/me|graphql\/system)(\/|$)/;

/** Seed 002: notifications as Directus has them. */
@Module({
  controllers: [DirectusNotificationsController, DirectusUsersController, DirectusGraphqlController],
  providers: [DirectusItems, ItemReader, ItemCreator, ItemChanger, ItemFacts, DirectusRoot],
  exports: [DirectusItems],
})
export class DirectusDialectModule {
  constructor(shapes: ErrorShapes, places: TokenPlaces) {
    shapes.claim(PATHS, directusErrorAnswer);
    places.claim(PATHS, 'bearer', 'access_token');
  }
}
