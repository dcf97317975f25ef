import { openApiSchema, Requires } from '@kendo/notifications';
import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PERMISSION_NAMES, PERMISSIONS } from '../../accounts/permissions.js';

const permissionOutput = z.object({ name: z.enum(PERMISSION_NAMES), description: z.string() });

@ApiTags('Roles')
@ApiBearerAuth()
@Controller('api/permissions')
export class PermissionsController {
  @Get()
  @ApiOperation({ summary: 'What a role may allow' })
  @ApiOkResponse({ schema: openApiSchema(z.array(permissionOutput), 'output') })
  @Requires('users.manage')
  list(): z.infer<typeof permissionOutput>[] {
    return PERMISSION_NAMES.map((name) => ({ name, description: PERMISSIONS[name] }));
  }
}
