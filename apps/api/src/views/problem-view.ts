import { ApiProperty } from '@nestjs/swagger';
import { Text, Texts, Whole } from './view-property.js';

export class ProblemErrorView {
  @Text('where in the body, the query or the file', { example: 'stages[0].from' })
  path!: string;

  @Whole("the sheet's row, the heading being 1", { required: false })
  row?: number;

  @Text('name of the column in the contract', { required: false })
  column?: string;

  @Text(undefined, { example: 'required' })
  code!: string;

  @Text()
  message!: string;
}

/** RFC 9457. */
export class ProblemView {
  @Text(undefined, { format: 'uri' })
  type!: string;

  @Text()
  title!: string;

  @Whole()
  status!: number;

  @Text(undefined, { example: 'request.invalid' })
  code!: string;

  @Text()
  detail!: string;

  @Text("the request's id, the same as in the log", { format: 'uuid' })
  id!: string;

  @ApiProperty({ type: [ProblemErrorView], required: false })
  errors?: ProblemErrorView[];

  @Texts('what the journey accepts instead', { required: false })
  allowedEvents?: string[];

  @Text('names the first step of signing in, for the second one', { required: false })
  challenge?: string;
}
