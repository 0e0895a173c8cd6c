import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUuid } from '../fields/fields.js';
import { problem } from '../problems/problem.exception.js';

/** `@Param('id', IdPipe) id: string`. A text that can't be an id belongs to nothing: 404, before any query. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw problem('request.not_found');
    return value.toLowerCase();
  }
}
