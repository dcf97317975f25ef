import { Body, Controller, Get, Patch, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person } from '../../../http/current-caller.decorator.js';
import type { HttpReply } from '../../../http/platform.js';
import { TellsErrors } from '../../../http/tells-errors.decorator.js';
import { UnitOfWork } from '../../../persistence/unit-of-work.js';
import { directusErrorAnswer } from '../errors/directus-error-shape.js';
import type { RawQuery } from '../query/items-query.js';
import { AnswersUser, Refuses, TakesBody } from '../rest/openapi.js';
import { OneTokenGuard } from '../rest/one-token.guard.js';
import { sendData } from '../rest/reply.js';
import { UrlQuery } from '../rest/url-query.decorator.js';
import { DirectusUsers } from './directus-users.js';
import { changeUser, shownFields } from './user-fields.js';

/** The caller as a user of Directus. */
@ApiTags('Notifications (Directus)')
@ApiBearerAuth()
@TellsErrors(directusErrorAnswer)
@UseGuards(OneTokenGuard)
@Refuses()
@Controller('users/me')
export class DirectusUsersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: DirectusUsers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The caller: id, names, email, language, email_notifications' })
  @AnswersUser()
  async show(
    @CurrentPerson() { scope, userId }: Person,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const shown = shownFields(query);
    const user = await this.unitOfWork.run(scope, (work) => this.users.of(work, userId));
    return sendData(reply, shown(user));
  }

  @Patch()
  @ApiOperation({ summary: 'Change them; email_notifications is the master mail switch' })
  @TakesBody('user')
  @AnswersUser()
  async change(
    @CurrentPerson() { scope, userId }: Person,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: HttpReply,
    @Body() body: unknown = {},
  ) {
    const shown = shownFields(query);
    const user = await this.unitOfWork.run(scope, (work) => changeUser(this.users, work, userId, body));
    return sendData(reply, shown(user));
  }
}
