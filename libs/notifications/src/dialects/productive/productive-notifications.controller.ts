import { Body, Controller, Get, Param, Patch, Req, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotFoundError } from '../../domain/errors.js';
import { idIn } from '../../domain/id.js';
import { CurrentPerson, type Person } from '../../http/current-caller.decorator.js';
import type { HttpRequest } from '../../http/platform.js';
import { Requires } from '../../http/requires.decorator.js';
import { TellsErrors } from '../../http/tells-errors.decorator.js';
import { type InboxChange, InboxWriter } from '../../inbox/inbox-writer.js';
import { PersonReader } from '../../inbox/person-reader.js';
import { WholeThreadReader } from '../../inbox/whole-thread-reader.js';
import { UnitOfWork, type Work } from '../../persistence/unit-of-work.js';
import { checkActionDocument } from './action-document.js';
import { jsonApiError } from './json-api-error.js';
import { JsonApiInterceptor } from './json-api.interceptor.js';
import { parametersOf } from './json-api-query.js';
import { Answers } from './openapi.decorator.js';
import { linksOf, metaOf } from './page-links.js';
import { ProductiveDocuments } from './productive-documents.js';
import { notificationDocument, notificationsDocument } from './productive-output.js';
import { listQuery, listRequestOf, viewOf, viewQuery } from './productive-query.js';
import { TimeZone } from './time-zone.js';

/** The caller's threads as JSON:API resources, as seed 003 has them. */
@ApiTags('Notifications (Productive)')
@ApiBearerAuth()
@TellsErrors(jsonApiError)
@UseInterceptors(JsonApiInterceptor)
@Controller('api/v2/notifications')
export class ProductiveNotificationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PersonReader,
    private readonly threads: WholeThreadReader,
    private readonly writer: InboxWriter,
    private readonly documents: ProductiveDocuments,
  ) {}

  @Get()
  @ApiOperation({ summary: "The caller's threads, the latest action first" })
  @Answers(listQuery, notificationsDocument)
  async list(@CurrentPerson() person: Person, @Req() request: HttpRequest) {
    const parameters = parametersOf(request.url);
    const { view, page, toThreads } = listRequestOf(parameters);
    const { total, ...found } = await this.unitOfWork.run(person.scope, async (work) => {
      const owner = await this.people.owner(work, person.userId);
      const query = toThreads(new TimeZone(owner.timezone));
      const { threads, total } = await this.threads.list(work, person.userId, query);
      return { scope: person.scope, owner, threads, total };
    });
    const url = `${request.protocol}://${request.host}${request.url.split('?', 1)[0]}`;
    return {
      ...(await this.documents.of(found, view)),
      links: linksOf(url, parameters, { ...page, total }),
      meta: metaOf({ ...page, total }),
    };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One thread' })
  @Answers(viewQuery, notificationDocument)
  show(@CurrentPerson() person: Person, @Param('id') id: string, @Req() request: HttpRequest) {
    return this.document(person, id, request);
  }

  @Patch(':id/dismiss')
  @ApiOperation({ summary: 'Archive the whole thread' })
  @Answers(viewQuery, notificationDocument)
  @Requires('notifications.update')
  dismiss(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Body() document: unknown,
  ) {
    return this.change(person, id, request, document, 'archive');
  }

  @Patch(':id/undismiss')
  @ApiOperation({ summary: 'The whole thread back into the inbox' })
  @Answers(viewQuery, notificationDocument)
  @Requires('notifications.update')
  undismiss(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Body() document: unknown,
  ) {
    return this.change(person, id, request, document, 'unarchive');
  }

  @Patch(':id/read')
  @ApiOperation({ summary: 'Mark the whole thread as read' })
  @Answers(viewQuery, notificationDocument)
  @Requires('notifications.update')
  read(
    @CurrentPerson() person: Person,
    @Param('id') id: string,
    @Req() request: HttpRequest,
    @Body() document: unknown,
  ) {
    return this.change(person, id, request, document, 'read');
  }

  private change(person: Person, id: string, request: HttpRequest, document: unknown, change: InboxChange) {
    checkActionDocument(document, id);
    return this.document(person, id, request, (work, threadId) =>
      this.writer.changeThread(work, person.userId, threadId, change),
    );
  }

  /** One thread as it is after `act`. What is refused or not there is left as it was. */
  private async document(
    person: Person,
    id: string,
    { url }: HttpRequest,
    act?: (work: Work, threadId: number) => Promise<void>,
  ) {
    const view = viewOf(parametersOf(url));
    const threadId = idIn(id);
    if (threadId === null) throw new NotFoundError();
    const found = await this.unitOfWork.run(person.scope, async (work) => {
      await act?.(work, threadId);
      const owner = await this.people.owner(work, person.userId);
      const thread = await this.threads.one(work, person.userId, threadId);
      return { scope: person.scope, owner, threads: [thread] };
    });
    const { data, ...rest } = await this.documents.of(found, view);
    return { data: data[0], ...rest, meta: {} };
  }
}
