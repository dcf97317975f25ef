import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, type Person } from '../../http/current-caller.decorator.js';
import { openApiSchema } from '../../http/openapi-schema.js';
import type { HttpReply, HttpRequest } from '../../http/platform.js';
import { Requires } from '../../http/requires.decorator.js';
import { InboxReader } from '../../inbox/inbox-reader.js';
import { type InboxChange, InboxWriter } from '../../inbox/inbox-writer.js';
import { ThreadReader } from '../../inbox/thread-reader.js';
import { UnitOfWork, type Work } from '../../persistence/unit-of-work.js';
import { entityTag, isKnown, linkNext, markPrivate } from './conditional-reply.js';
import {
  type BulkInput,
  bulkInput,
  type ListInput,
  listInput,
  type ThreadsInput,
  threadsInput,
} from './native-input.js';
import { countsOutput, notificationOutput, threadOutput } from './native-output.js';
import { presentItem, presentThread } from './native-presenter.js';

/** The inbox of the caller, as seed 004 has it. */
@ApiTags('Notifications')
@ApiBearerAuth()
@Controller('api/notifications')
export class NativeNotificationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: InboxReader,
    private readonly threads: ThreadReader,
    private readonly writer: InboxWriter,
  ) {}

  @Get()
  @ApiOperation({ summary: "The caller's notifications, newest first" })
  @ApiOkResponse({ schema: openApiSchema(z.array(notificationOutput), 'output') })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: listInput }) query: ListInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const { project_id: projectId, ...rest } = query;
    return this.unlessKnown(person, request, reply, async (work) => {
      const page = await this.reader.list(work, person.userId, { ...rest, projectId });
      const { items } = page;
      const edge = query.after !== undefined && query.before === undefined ? 'after' : 'before';
      const last = edge === 'after' ? items[0] : items.at(-1);
      if (page.more && last) linkNext(reply, request.url, { [edge]: last.id });
      return items.map(presentItem);
    });
  }

  @Get('threads')
  @ApiOperation({ summary: 'One entry per target: its newest notification, how many are unread, who acted' })
  @ApiOkResponse({ schema: openApiSchema(z.array(threadOutput), 'output') })
  async listThreads(
    @CurrentPerson() person: Person,
    @Query({ schema: threadsInput }) query: ThreadsInput,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    return this.unlessKnown(person, request, reply, async (work) => {
      const page = await this.threads.list(work, person.userId, query);
      const last = page.threads.at(-1);
      if (page.more && last) linkNext(reply, request.url, { before: last.cursor });
      return page.threads.map(presentThread);
    });
  }

  @Get('counts')
  @ApiOperation({ summary: 'Unread and unseen, at most 99 each; the version changes with every change' })
  @ApiOkResponse({ schema: openApiSchema(countsOutput, 'output') })
  async counts(
    @CurrentPerson() person: Person,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    return this.unlessKnown(person, request, reply, (work) => this.reader.counts(work, person.userId));
  }

  @Post('bulk-read')
  @ApiOperation({ summary: 'Mark as read, which implies seen' })
  @HttpCode(204)
  @Requires('notifications.update')
  async bulkRead(@CurrentPerson() person: Person, @Body({ schema: bulkInput }) input: BulkInput) {
    await this.change(person, input, 'read');
  }

  @Post('bulk-unread')
  @ApiOperation({ summary: 'Mark as unread' })
  @HttpCode(204)
  @Requires('notifications.update')
  async bulkUnread(@CurrentPerson() person: Person, @Body({ schema: bulkInput }) input: BulkInput) {
    await this.change(person, input, 'unread');
  }

  @Post('bulk-archive')
  @ApiOperation({ summary: 'Archive: out of the inbox and its counts' })
  @HttpCode(204)
  @Requires('notifications.update')
  async bulkArchive(@CurrentPerson() person: Person, @Body({ schema: bulkInput }) input: BulkInput) {
    await this.change(person, input, 'archive');
  }

  @Post('bulk-unarchive')
  @ApiOperation({ summary: 'Back into the inbox' })
  @HttpCode(204)
  @Requires('notifications.update')
  async bulkUnarchive(@CurrentPerson() person: Person, @Body({ schema: bulkInput }) input: BulkInput) {
    await this.change(person, input, 'unarchive');
  }

  @Post('bulk-delete')
  @ApiOperation({ summary: 'Delete for good' })
  @HttpCode(204)
  @Requires('notifications.delete')
  async bulkDelete(@CurrentPerson() person: Person, @Body({ schema: bulkInput }) input: BulkInput) {
    await this.unitOfWork.run(person.scope, (work) =>
      this.writer.delete(work, person.userId, input.notification_ids),
    );
  }

  @Post('read-all')
  @ApiOperation({ summary: 'Mark all of mine as read' })
  @HttpCode(204)
  @Requires('notifications.update')
  async readAll(@CurrentPerson() person: Person) {
    await this.unitOfWork.run(person.scope, (work) => this.writer.readAll(work, person.userId));
  }

  @Post('seen')
  @ApiOperation({ summary: 'Mark all of mine as seen' })
  @HttpCode(204)
  @Requires('notifications.update')
  async seen(@CurrentPerson() person: Person) {
    await this.unitOfWork.run(person.scope, (work) => this.writer.seeAll(work, person.userId));
  }

  private async change(person: Person, input: BulkInput, change: InboxChange): Promise<void> {
    await this.unitOfWork.run(person.scope, (work) =>
      this.writer.change(work, person.userId, input.notification_ids, change),
    );
  }

  /** The state is read first: an answer is never older than its tag. */
  private unlessKnown<Body>(
    person: Person,
    request: HttpRequest,
    reply: HttpReply,
    read: (work: Work) => Promise<Body>,
  ): Promise<Body | undefined> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const tag = entityTag(person.userId, await this.reader.state(work, person.userId), request.url);
      markPrivate(reply, tag);
      if (!isKnown(request, tag)) return read(work);
      reply.status(304);
      return undefined;
    });
  }
}
