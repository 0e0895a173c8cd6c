import { SetMetadata } from '@nestjs/common';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { problem } from '../problems/problem.exception.js';

export const TAKES_FILE = 'titian:takes-file';

/** The route takes multipart/form-data. The file comes by `@Upload('file') file: UploadedFile`. */
export const TakesFile = () => SetMetadata(TAKES_FILE, true);

export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  bytes: Buffer;
}

const uploads = new WeakMap<Request, UploadedFile[]>();

export function rememberUploads(request: Request, files: UploadedFile[]): void {
  uploads.set(request, files);
}

export function uploadsOf(request: Request): readonly UploadedFile[] {
  return uploads.get(request) ?? [];
}

export const Upload = createParamDecorator((field: string, context: ExecutionContext): UploadedFile => {
  const file = uploadsOf(context.switchToHttp().getRequest<Request>()).find((one) => one.field === field);
  if (!file) {
    throw problem('request.file_missing', { params: { field }, errors: [{ path: field, code: 'required' }] });
  }
  return file;
});
