import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { Observable } from 'rxjs';
import { problem } from '../problems/problem.exception.js';
import { rememberUploads, TAKES_FILE } from './multipart.js';

/**
 * Reads multipart bodies into memory, before the idempotency interceptor: a repeat has another boundary, so that only
 * the fields and files themselves can tell whether it is the same request.
 */
@Injectable()
export class MultipartInterceptor implements NestInterceptor {
  private readonly read: ReturnType<ReturnType<typeof multer>['any']>;

  constructor(
    private readonly reflector: Reflector,
    limitBytes: number,
  ) {
    const limits = { fileSize: limitBytes, files: 4, fields: 50, fieldSize: 64 * 1024, parts: 60 };
    this.read = multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).any();
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const takesFile = this.reflector.getAllAndOverride<boolean>(TAKES_FILE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const isMultipart = request.is('multipart/form-data') === 'multipart/form-data';
    if (isMultipart !== (takesFile === true) && hasBody(request)) {
      const accepted = takesFile ? 'multipart/form-data' : 'application/json';
      throw problem('request.unsupported_media_type', { params: { accepted } });
    }
    if (isMultipart) await this.readInto(request, context.switchToHttp().getResponse<Response>());
    return next.handle();
  }

  private async readInto(request: Request, response: Response): Promise<void> {
    await new Promise<void>((done, failed) => {
      this.read(request, response, (error: unknown) => (error ? failed(refusalOf(error)) : done()));
    });
    const files = Array.isArray(request.files) ? request.files : [];
    rememberUploads(
      request,
      files.map((file) => ({
        field: file.fieldname,
        name: file.originalname,
        type: file.mimetype,
        bytes: file.buffer,
      })),
    );
  }
}

function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

function refusalOf(error: unknown): Error {
  if (error instanceof MulterError && error.code.startsWith('LIMIT_')) {
    return problem('request.too_large', {}, { cause: error });
  }
  // Whatever else multer or busboy says about a body, it is the body that is broken.
  return problem('request.malformed', {}, { cause: error });
}
