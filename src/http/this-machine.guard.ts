import { BlockList, isIPv6 } from 'node:net';
import { NotFoundError } from '@kendo/notifications';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** What a proxy on this machine says when it speaks for somebody who is elsewhere. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Lets in who sits at this machine; to anybody else there is nothing. */
@Injectable()
export class ThisMachineGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<FastifyRequest>();
    const address = socket.remoteAddress ?? '';
    const isHere = LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    if (!isHere || FORWARDED.some((name) => name in headers)) throw new NotFoundError();
    return true;
  }
}
