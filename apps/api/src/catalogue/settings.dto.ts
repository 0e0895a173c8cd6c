import { ApiProperty } from '@nestjs/swagger';
import { BooleanQuery, SearchField } from '../fields/fields.js';
import { PageQuery } from '../http/page.js';
import { Text } from '../views/view-property.js';

export class SettingsQuery extends PageQuery {
  @BooleanQuery({ optional: true, about: 'only placeholders, or only what a document confirms' })
  illustrative?: boolean;

  @SearchField({ max: 200, about: 'only settings whose file or path contains this' })
  q?: string;
}

export class SettingView {
  @Text('configuration file')
  file!: string;

  @Text()
  version!: string;

  @Text('where in the file', { example: 'journey.assessmentOpens' })
  path!: string;

  @ApiProperty({
    description: 'null also where a whole field of a list is meant',
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'object' },
      { type: 'array', items: {} },
    ],
    nullable: true,
  })
  value!: unknown;

  @Text()
  source!: string;

  @Text(undefined, { format: 'date' })
  validFrom!: string;

  @ApiProperty({ type: Boolean, description: 'a placeholder that no document at hand confirms' })
  illustrative!: boolean;
}
