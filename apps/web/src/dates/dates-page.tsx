import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cohort } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { DatesForm } from './dates-form.js';
import './words.js';

/** Moves a cohort's dates: first what it would do to whom, then the move itself. */
export function DatesPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const about = useQuery(cohort(id));
  return (
    <Answer of={about}>
      {(known) =>
        known.kind === 'assessment' || known.stages === null ? (
          <Message title={t('dates.none')} />
        ) : (
          <DatesForm cohort={known} />
        )
      }
    </Answer>
  );
}
