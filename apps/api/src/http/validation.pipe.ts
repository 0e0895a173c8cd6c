import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { problem } from '../problems/problem.exception.js';
import { faultsOf } from './faults-of.js';

/** Checks every DTO; what it does not know is refused with its path, not dropped. */
@Injectable()
export class DtoPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      transformOptions: { exposeDefaultValues: true },
      exceptionFactory: (errors) => problem('request.invalid', { errors: faultsOf(errors) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // An array would be checked item by item against the DTO, and an empty one would pass.
    if (metadata.type === 'body' && this.toValidate(metadata) && Array.isArray(value)) {
      throw problem('request.invalid', { errors: [{ path: '', code: 'not_object' }] });
    }
    return super.transform(value, metadata);
  }
}
