import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'notifications:public-route';

/** The host's guard lets it through without a token. */
export const PublicRoute = () => SetMetadata(PUBLIC_ROUTE, true);
